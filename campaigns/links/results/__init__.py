"""What codes brought: to each organisation its own (members/), to staff the network's (staff/); nothing about persons."""
