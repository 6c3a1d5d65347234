package io.eastwest.render.install;

import io.eastwest.model.kubernetes.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How an istiod reads the API server of another cluster. The text of a credential shows nothing confidential. */
public sealed interface RemoteCredential permits KubeconfigCredential, TokenCredential, ExecCredential {
    /** {@return name of the cluster that is read} */
    String cluster();

    /**
     * Answers by kind.
     *
     * @param <R> type of the answer
     * @param kubeconfig for a whole kubeconfig
     * @param token for a token
     * @param exec for a command
     * @return the answer
     */
    <R> R match(
            Function<KubeconfigCredential, R> kubeconfig,
            Function<TokenCredential, R> token,
            Function<ExecCredential, R> exec);

    /**
     * A whole kubeconfig.
     *
     * @param cluster name of the cluster that is read
     * @param kubeconfig its text, as istiod gets it
     * @return the credential
     */
    static RemoteCredential kubeconfig(String cluster, SecretBytes kubeconfig) {
        return new KubeconfigCredential(cluster, kubeconfig);
    }

    /**
     * A token, as {@code istioctl create-remote-secret} uses.
     *
     * @param cluster name of the cluster that is read
     * @param server address of its API server, such as {@code https://192.0.2.2:6443}
     * @param authority PEM of the authority of the API server
     * @param token the token of its reader
     * @return the credential
     */
    static RemoteCredential token(String cluster, String server, String authority, SecretBytes token) {
        return new TokenCredential(cluster, server, authority, token);
    }

    /**
     * A command that istiod runs for a token. istiod refuses it unless it is told otherwise, which is a finding.
     *
     * @param cluster name of the cluster that is read
     * @param server address of its API server
     * @param authority PEM of the authority of the API server
     * @param command the command, without path
     * @param arguments its arguments
     * @return the credential
     */
    static RemoteCredential exec(
            String cluster, String server, String authority, String command, List<String> arguments) {
        return new ExecCredential(cluster, server, authority, command, arguments);
    }

    /** {@return address of the API server; empty: only the kubeconfig says it} */
    default Optional<String> serverAddress() {
        return match(
                kubeconfig -> Optional.empty(),
                token -> Optional.of(token.server()),
                exec -> Optional.of(exec.server()));
    }
}
