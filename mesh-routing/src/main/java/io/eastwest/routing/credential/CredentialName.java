package io.eastwest.routing.credential;

/**
 * What a {@code credentialName} means. Mirrors istio 1.30.3 {@code pilot/pkg/model/credentials/resource.go:ToResourceName,
 * ParseResourceName} and {@code pilot/pkg/security/model/authentication.go:ConstructSdsSecretConfigForCredential}.
 *
 * @param source where it is looked for
 * @param namespace namespace of the object; empty when no object is meant
 * @param name name of the object; empty when no object is meant
 */
record CredentialName(Source source, String namespace, String name) {
    private static final String SECRET = "kubernetes://";
    private static final String GATEWAY_SECRET = "kubernetes-gateway://";
    private static final String CONFIG_MAP = "configmap://";

    /** Where a credential comes from. */
    enum Source {
        /** A Secret, first in the cluster of the proxy. */
        OWN_CLUSTER,

        /** A Secret in the cluster of the control plane. */
        CONFIGURATION,

        /** A ConfigMap in the cluster of the control plane. */
        CONFIG_MAP,

        /** No object: the proxy's own certificate, or another server of secrets. */
        ELSEWHERE,

        /** Nothing can be meant. */
        NOWHERE
    }

    static CredentialName parse(String text, String namespace) {
        if (text.startsWith("builtin://") || text.startsWith("sds://")) {
            return new CredentialName(Source.ELSEWHERE, "", "");
        }
        if (text.startsWith("invalid://")) {
            return new CredentialName(Source.NOWHERE, "", "");
        }
        if (text.startsWith(CONFIG_MAP)) {
            return qualified(Source.CONFIG_MAP, text.substring(CONFIG_MAP.length()));
        }
        if (text.startsWith(GATEWAY_SECRET)) {
            return qualified(Source.CONFIGURATION, text.substring(GATEWAY_SECRET.length()));
        }
        String[] parts = (text.startsWith(SECRET) ? text.substring(SECRET.length()) : text).split("/", -1);
        return parts.length > 1
                ? new CredentialName(Source.OWN_CLUSTER, parts[0], parts[1])
                : new CredentialName(Source.OWN_CLUSTER, namespace, parts[0]);
    }

    private static CredentialName qualified(Source source, String text) {
        String[] parts = text.split("/", -1);
        return parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()
                ? new CredentialName(Source.NOWHERE, "", "")
                : new CredentialName(source, parts[0], parts[1]);
    }

    /** {@return the object without the end of its name} */
    CredentialName withoutSuffix(String suffix) {
        return name.endsWith(suffix)
                ? new CredentialName(source, namespace, name.substring(0, name.length() - suffix.length()))
                : this;
    }

    /** {@return {@code namespace/name}} */
    String place() {
        return namespace + "/" + name;
    }
}
