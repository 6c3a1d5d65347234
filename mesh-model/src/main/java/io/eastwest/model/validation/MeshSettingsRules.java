package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.EmbeddedValue;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioRevision;
import io.eastwest.model.sail.IstioRevisionSpec;
import io.eastwest.model.sail.IstioValues;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration of a mesh where it stands: in the ConfigMap {@code istio} or {@code istio-<revision>} of a control
 * plane, or in the values of a Sail {@code Istio} or {@code IstioRevision}.
 */
final class MeshSettingsRules {
    private static final DocumentPath DATA = DocumentPath.root().field("data");
    private static final DocumentPath VALUES = DocumentPath.root().field("spec").field("values");

    private final Manifest manifest;
    private final ManifestIssues issues;

    private MeshSettingsRules(Manifest manifest, ManifestIssues issues) {
        this.manifest = manifest;
        this.issues = issues;
    }

    static void check(Manifest manifest, ManifestIssues issues) {
        MeshSettingsRules rules = new MeshSettingsRules(manifest, issues);
        if (manifest.resource() instanceof ConfigMap map
                && isOfControlPlane(map.metadata().name())) {
            rules.checkTexts();
        } else if (manifest.resource() instanceof Istio istio) {
            istio.spec().values().ifPresent(rules::checkValues);
        } else if (manifest.resource() instanceof IstioRevision revision) {
            revision.spec().flatMap(IstioRevisionSpec::values).ifPresent(rules::checkValues);
        }
    }

    private static boolean isOfControlPlane(String name) {
        return name.equals("istio") || name.startsWith("istio-");
    }

    private void checkTexts() {
        MeshConfigReader.readConfig(manifest).ifPresent(text -> {
            ManifestIssues inside = inside(text, "mesh");
            text.value().ifPresent(config -> MeshConfigRules.check(config, inside));
        });
        MeshConfigReader.readNetworks(manifest).ifPresent(text -> {
            ManifestIssues inside = inside(text, "meshNetworks");
            text.value().ifPresent(networks -> {
                DocumentPath path = DocumentPath.root().field("networks");
                MeshNetworksRules.check(networks.networks(), path, inside);
            });
        });
    }

    private ManifestIssues inside(EmbeddedValue<?> text, String key) {
        text.issues().forEach(issues::addPlaced);
        return issues.below(DATA.field(key), text::locate);
    }

    private void checkValues(IstioValues values) {
        values.meshConfig().ifPresent(config -> {
            DocumentPath base = VALUES.field("meshConfig");
            Function<DocumentPath, Optional<SourceLocation>> places = path -> manifest.locate(base.resolve(path));
            MeshConfigRules.check(config, issues.below(base, places));
        });
        values.global().map(GlobalValues::meshNetworks).ifPresent(networks -> {
            DocumentPath path = VALUES.field("global").field("meshNetworks");
            MeshNetworksRules.check(networks, path, issues);
        });
    }
}
