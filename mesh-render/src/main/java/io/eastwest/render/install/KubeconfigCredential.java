package io.eastwest.render.install;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.kubernetes.SecretBytes;
import java.util.function.Function;

/**
 * A whole kubeconfig.
 *
 * @param cluster name of the cluster that is read
 * @param kubeconfig its text
 */
public record KubeconfigCredential(String cluster, SecretBytes kubeconfig) implements RemoteCredential {
    /**
     * A kubeconfig.
     *
     * @param cluster name of the cluster that is read
     * @param kubeconfig its text
     */
    public KubeconfigCredential {
        requireNonNull(cluster, "cluster");
        requireNonNull(kubeconfig, "kubeconfig");
    }

    @Override
    public <R> R match(
            Function<KubeconfigCredential, R> kubeconfig,
            Function<TokenCredential, R> token,
            Function<ExecCredential, R> exec) {
        return kubeconfig.apply(this);
    }
}
