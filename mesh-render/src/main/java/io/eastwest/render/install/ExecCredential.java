package io.eastwest.render.install;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A command that gives a token.
 *
 * @param cluster name of the cluster that is read
 * @param server address of its API server
 * @param authority PEM of the authority of the API server; empty: one that every system trusts
 * @param command the command
 * @param arguments its arguments
 */
public record ExecCredential(String cluster, String server, String authority, String command, List<String> arguments)
        implements RemoteCredential {
    /**
     * A command.
     *
     * @param cluster name of the cluster that is read
     * @param server address of its API server
     * @param authority PEM of the authority of the API server; may be empty
     * @param command the command
     * @param arguments its arguments; copied
     */
    public ExecCredential {
        requireNonNull(cluster, "cluster");
        requireNonNull(server, "server");
        requireNonNull(authority, "authority");
        requireNonNull(command, "command");
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    @Override
    public <R> R match(
            Function<KubeconfigCredential, R> kubeconfig,
            Function<TokenCredential, R> token,
            Function<ExecCredential, R> exec) {
        return exec.apply(this);
    }
}
