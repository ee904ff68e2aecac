"""Members choose among the candidate phrases, side by side on real artefacts."""
