package io.eastwest.render;

import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.Secret;
import java.util.Locale;

/**
 * The name of the file of a resource: {@code NN-kind-namespace.name.yaml}, where NN says when it is applied, in the folder
 * {@code secret} when it is confidential. It depends on the resource alone, so other resources never rename the file, and
 * no two resources of a cluster share one.
 */
final class ManifestName {
    private static final String SECRET = "secret/";
    private static final String TOKEN = "kubernetes.io/service-account-token";

    private ManifestName() {}

    /** Whether a resource holds what must not be read by others: a Secret that is more than a request for a token. */
    static boolean isSecret(MeshResource resource) {
        return resource instanceof Secret secret
                && !(secret.data().isEmpty()
                        && secret.stringData().isEmpty()
                        && secret.type().filter(TOKEN::equals).isPresent());
    }

    /** Whether the file at a path below the folder of its cluster is confidential. */
    static boolean isSecret(String path) {
        return path.startsWith(SECRET);
    }

    static String of(MeshResource resource) {
        ResourceKey key = resource.key();
        String kind = key.kind().toLowerCase(Locale.ROOT);
        if (!ApplyOrder.knows(key.group(), key.kind()) && !key.group().isEmpty()) {
            kind += "." + key.group();
        }
        String name = key.namespace().isEmpty() ? key.name() : key.namespace() + "." + key.name();
        return (isSecret(resource) ? SECRET : "") + ApplyOrder.stage(resource) + "-" + escape(kind) + "-" + escape(name)
                + ".yaml";
    }

    /** Keeps what every file system takes; anything else, such as the colon of {@code system:node}, becomes {@code %3a}. */
    private static String escape(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.') {
                name.append(c);
            } else {
                name.append(String.format(Locale.ROOT, c < 0x100 ? "%%%02x" : "%%u%04x", (int) c));
            }
        }
        return name.toString();
    }
}
