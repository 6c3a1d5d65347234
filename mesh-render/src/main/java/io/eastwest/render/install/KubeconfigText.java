package io.eastwest.render.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.writer.ManifestWriter;
import java.util.Base64;

/** Kubeconfigs as istioctl writes them. */
final class KubeconfigText {
    private KubeconfigText() {}

    static SecretBytes of(String cluster, RemoteCredential credential) {
        return credential.match(
                KubeconfigCredential::kubeconfig,
                token -> text(
                        cluster,
                        token.server(),
                        token.authority(),
                        Json.object().put("token", token.token().toText())),
                exec -> text(cluster, exec.server(), exec.authority(), user(exec)));
    }

    private static ObjectNode user(ExecCredential exec) {
        ObjectNode plugin = Json.object()
                .put("apiVersion", "client.authentication.k8s.io/v1")
                .put("command", exec.command());
        plugin.set("args", Json.texts(exec.arguments().toArray(String[]::new)));
        plugin.put("interactiveMode", "Never");
        return Json.object().set("exec", plugin);
    }

    private static SecretBytes text(String cluster, String server, String authority, ObjectNode user) {
        ObjectNode target = Json.object();
        if (!authority.isEmpty()) {
            target.put("certificate-authority-data", Base64.getEncoder().encodeToString(authority.getBytes(UTF_8)));
        }
        target.put("server", server);
        return SecretBytes.ofText(write(cluster, target, user));
    }

    /** A kubeconfig with one cluster, one user and one context of the same name. */
    static String write(String cluster, ObjectNode target, ObjectNode user) {
        ObjectNode config = Json.object().put("apiVersion", "v1");
        config.set("clusters", Json.array(Json.object().put("name", cluster).<ObjectNode>set("cluster", target)));
        ObjectNode context = Json.object().put("cluster", cluster).put("user", cluster);
        config.set("contexts", Json.array(Json.object().put("name", cluster).<ObjectNode>set("context", context)));
        config.put("current-context", cluster).put("kind", "Config");
        config.set("users", Json.array(Json.object().put("name", cluster).<ObjectNode>set("user", user)));
        return ManifestWriter.toYaml(config);
    }
}
