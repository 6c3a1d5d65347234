package io.eastwest.model.topology;

/** How an east-west gateway is made. */
public enum EastWestGatewayForm {
    /** A Deployment, a Service and what belongs to them, as the gateway chart of Istio makes them. */
    deployment,
    /** A Gateway of the Gateway API, from which istiod makes Deployment and Service. */
    gatewayApi
}
