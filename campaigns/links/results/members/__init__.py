"""An organisation's own results: how often its codes were read, by place and month."""
