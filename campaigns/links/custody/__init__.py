"""The register of every code ever issued: where it hangs, where it leads now, and what somebody should look after."""
