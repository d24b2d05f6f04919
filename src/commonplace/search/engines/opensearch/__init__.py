"""The engine for libraries that outgrow one machine: an OpenSearch cluster, any number of nodes.

Text arrives analysed (``layout.prepare``) and a query becomes a tree of exact words, so the cluster
analyses nothing and parses nothing that a reader typed. ``queries`` translates a plan,
``searching`` asks, ``writing`` writes in bulk, ``indexes`` makes an index and lets it take over;
``cluster`` alone knows the client.
"""
