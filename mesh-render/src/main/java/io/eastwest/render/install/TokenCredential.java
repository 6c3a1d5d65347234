package io.eastwest.render.install;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.kubernetes.SecretBytes;
import java.util.function.Function;

/**
 * The token of a reader.
 *
 * @param cluster name of the cluster that is read
 * @param server address of its API server
 * @param authority PEM of the authority of the API server; empty: one that every system trusts
 * @param token the token
 */
public record TokenCredential(String cluster, String server, String authority, SecretBytes token)
        implements RemoteCredential {
    /**
     * A token.
     *
     * @param cluster name of the cluster that is read
     * @param server address of its API server
     * @param authority PEM of the authority of the API server; may be empty
     * @param token the token
     */
    public TokenCredential {
        requireNonNull(cluster, "cluster");
        requireNonNull(server, "server");
        requireNonNull(authority, "authority");
        requireNonNull(token, "token");
    }

    @Override
    public <R> R match(
            Function<KubeconfigCredential, R> kubeconfig,
            Function<TokenCredential, R> token,
            Function<ExecCredential, R> exec) {
        return token.apply(this);
    }
}
