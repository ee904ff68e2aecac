"""`make bench`: what an imprint costs beside the layout engines that could do without one. See docs/bench.md."""
