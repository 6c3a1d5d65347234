package io.eastwest.render.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.MeshTree;
import java.util.Map;
import java.util.TreeMap;

/** Secrets for clusters whose credential was not given: a text to fill in, or one command that does all. */
final class SecretTemplate {
    private static final String SERVER = "${SERVER}";

    private SecretTemplate() {}

    /** Texts by path. */
    static Map<String, String> all(Installation mesh) {
        Map<String, String> files = new TreeMap<>();
        for (InstalledCluster observer : mesh.clusters()) {
            for (InstalledCluster observed : mesh.observedBy(observer)) {
                if (RemoteSecretWriter.credential(mesh, observed).isEmpty()) {
                    files.put(path(mesh, observer, observed), text(mesh, observer, observed));
                }
            }
        }
        return files;
    }

    static String path(Installation mesh, InstalledCluster observer, InstalledCluster observed) {
        return "install/" + observer.name() + "/"
                + skeleton(mesh, observer, observed).metadata().name() + ".yaml.template";
    }

    /** The command of istioctl that writes the Secret to where the tree has its place. */
    static String command(Installation mesh, InstalledCluster observer, InstalledCluster observed) {
        String target = MeshTree.path(observer.name(), skeleton(mesh, observer, observed));
        StringBuilder command = new StringBuilder("istioctl create-remote-secret --context=" + observed.name());
        command.append(" --name=").append(observed.name());
        if (RemoteSecretWriter.isConfigCluster(observer, observed)) {
            command.append(" --type=config");
        }
        command.append(" --namespace=").append(RemoteSecretWriter.namespace(mesh, observer));
        command.append(" --service-account=").append(ReaderAccessWriter.account(observed));
        return command.append(" --create-service-account=false > ")
                .append(target)
                .toString();
    }

    private static Secret skeleton(Installation mesh, InstalledCluster observer, InstalledCluster observed) {
        return RemoteSecretWriter.secret(mesh, observer, observed, SecretBytes.ofText(kubeconfig(observed)));
    }

    private static String kubeconfig(InstalledCluster observed) {
        ClusterTopology topology = observed.topology();
        ObjectNode target = Json.object()
                .put("certificate-authority-data", "${CA_DATA}")
                .put("server", topology.apiServer().orElse(SERVER));
        return KubeconfigText.write(observed.name(), target, Json.object().put("token", "${TOKEN}"));
    }

    private static String text(Installation mesh, InstalledCluster observer, InstalledCluster observed) {
        Secret skeleton = skeleton(mesh, observer, observed);
        String key = skeleton.data().keySet().iterator().next();
        Secret readable = Secret.builder()
                .metadata(skeleton.metadata())
                .type("Opaque")
                .putStringData(key, kubeconfig(observed))
                .build();
        String account = ReaderAccessWriter.tokenSecret(observed);
        return "# Fill in token and ca.crt (in base64) of Secret " + observed.namespace() + "/" + account
                + " in cluster "
                + observed.name() + ",\n# save as " + MeshTree.path(observer.name(), skeleton) + " and apply there.\n"
                + ManifestWriter.toYaml(readable);
    }
}
