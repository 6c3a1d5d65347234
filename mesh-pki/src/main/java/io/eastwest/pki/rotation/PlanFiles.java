package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan as a directory: the text, the chart, and for each step and cluster what to apply. */
final class PlanFiles {
    /** To be merged into the Istio resource of the cluster: {@code kubectl patch --type merge --patch-file}. */
    private static final String PATCH = """
            spec:
              values:
            %s    meshConfig:
                  defaultConfig:
                    proxyMetadata:
                      PROXY_CONFIG_XDS_AGENT: "true"
            """;

    private static final String MULTI_ROOT = """
                pilot:
                  env:
                    ISTIO_MULTIROOT_MESH: "true"
            """;

    private PlanFiles() {}

    static void write(RotationPlan plan, Path directory) {
        text(directory.resolve("plan.txt"), plan.toText());
        text(directory.resolve("plan.mmd"), plan.toMermaid());
        for (RotationStep step : plan.steps()) {
            Path folder = directory.resolve("step-" + step.number());
            if (step.bundles().isEmpty()) {
                plan.clusters()
                        .forEach(cluster ->
                                text(folder.resolve(cluster).resolve("istio-patch.yaml"), patch(plan.settings())));
            }
            for (CaBundle bundle : step.bundles()) {
                bundle.writeSecretTo(
                        folder.resolve(bundle.cluster()).resolve("cacerts.yaml"),
                        plan.settings().namespace());
            }
        }
    }

    static String patch(RotationSettings settings) {
        return PATCH.formatted(settings.multiRoot() ? MULTI_ROOT : "");
    }

    private static void text(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            PkiException refused = new PkiException(
                    TrustCode.FILE_FAILED, file.toString(), "it cannot be written", "a writable place is accepted");
            refused.initCause(e);
            throw refused;
        }
    }
}
