"""The only place that builds concrete objects and knows them all."""
