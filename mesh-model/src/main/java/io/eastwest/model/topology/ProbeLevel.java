package io.eastwest.model.topology;

/** How deep a probe looks. */
public enum ProbeLevel {
    /** A TCP connection: site, load balancer and host of the router. */
    H0,

    /** The health page of the router: the router process too. */
    H1,

    /** The health page of the application at the entry: this application in this cluster too. */
    H2,

    /** The same with everything that the application needs: any application in this cluster that it cannot do without. */
    H3
}
