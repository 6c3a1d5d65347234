package io.eastwest.routing.call;

/**
 * A client certificate of the mesh.
 *
 * @param principal SPIFFE identity without the scheme: {@code <trust domain>/ns/<namespace>/sa/<service account>}
 */
public record Peer(String principal) {

    /** {@return the URI SAN, {@code spiffe://...}} */
    public String uri() {
        return "spiffe://" + principal;
    }

    /** {@return the trust domain: what stands before the first slash} */
    public String trustDomain() {
        int slash = principal.indexOf('/');
        return slash < 0 ? principal : principal.substring(0, slash);
    }
}
