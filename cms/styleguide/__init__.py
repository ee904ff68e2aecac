"""Every component with sample data, in every theme and scheme; there only while somebody develops."""
