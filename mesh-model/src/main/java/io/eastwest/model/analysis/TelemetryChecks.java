package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.DefaultProviders;
import io.eastwest.model.istio.mesh.ExtensionProvider;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.model.istio.telemetry.AccessLoggingSettings;
import io.eastwest.model.istio.telemetry.ProviderReference;
import io.eastwest.model.istio.telemetry.Telemetry;
import io.eastwest.model.istio.telemetry.TelemetrySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Telemetries: do they select pods, one only per pod and per namespace, and have they a provider? One with targets is none
 * of the namespace; upstream counts it as one without selector. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/telemetry}.
 */
final class TelemetryChecks {
    private TelemetryChecks() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        List<Found<Telemetry>> all = scope.configuration(Telemetry.class);
        if (!all.isEmpty()) {
            checkProviders(scope.settings().config(), all, findings);
            checkNamespaces(all, findings);
            if (scope.pods().isKnown()) {
                checkSelectors(scope, all, findings);
            }
        }
    }

    private static void checkProviders(MeshConfig config, List<Found<Telemetry>> all, Findings findings) {
        boolean loggingByDefault = config.defaultProviders()
                .map(DefaultProviders::accessLogging)
                .filter(names -> !names.isEmpty())
                .isPresent();
        Set<String> lightstep = new TreeSet<>();
        for (ExtensionProvider provider : config.extensionProviders()) {
            if (provider.lightstep().isPresent()) {
                provider.name().ifPresent(lightstep::add);
            }
        }
        for (Found<Telemetry> telemetry : all) {
            TelemetrySpec spec = telemetry.resource().spec();
            if (!loggingByDefault) {
                checkLogging(telemetry, spec.accessLogging(), findings);
            }
            for (int i = 0; i < spec.tracing().size(); i++) {
                List<ProviderReference> providers = spec.tracing().get(i).providers();
                for (int j = 0; j < providers.size(); j++) {
                    String name = providers.get(j).name();
                    if (lightstep.contains(name)) {
                        findings.warning(
                                IssueCode.FEATURE_DEPRECATED,
                                telemetry,
                                AnalysisPaths.SPEC
                                        .field("tracing")
                                        .index(i)
                                        .field("providers")
                                        .index(j),
                                "provider " + IssueText.quote(name) + " is of type lightstep, which is deprecated",
                                "use a provider of type opentelemetry");
                    }
                }
            }
        }
    }

    private static void checkLogging(
            Found<Telemetry> telemetry, List<AccessLoggingSettings> logging, Findings findings) {
        for (int i = 0; i < logging.size(); i++) {
            if (logging.get(i).providers().isEmpty()
                    && !logging.get(i).disabled().orElse(false)) {
                findings.warning(
                        IssueCode.TELEMETRY_WITHOUT_PROVIDER,
                        telemetry,
                        AnalysisPaths.SPEC.field("accessLogging").index(i),
                        "has no effect because neither it nor defaultProviders of the mesh configuration names a provider",
                        "add providers");
            }
        }
    }

    private static void checkNamespaces(List<Found<Telemetry>> all, Findings findings) {
        Map<String, List<Found<Telemetry>>> byNamespace = new TreeMap<>();
        for (Found<Telemetry> telemetry : all) {
            TelemetrySpec spec = telemetry.resource().spec();
            if (spec.selector().isEmpty() && spec.targets().isEmpty()) {
                byNamespace
                        .computeIfAbsent(telemetry.namespace(), any -> new ArrayList<>())
                        .add(telemetry);
            }
        }
        for (List<Found<Telemetry>> same : byNamespace.values()) {
            List<String> names = same.stream().map(Found::name).sorted().toList();
            for (Found<Telemetry> telemetry : same.size() > 1 ? same : List.<Found<Telemetry>>of()) {
                List<String> others = new ArrayList<>(names);
                others.remove(telemetry.name());
                findings.error(
                        IssueCode.TELEMETRIES_WITHOUT_SELECTOR,
                        telemetry,
                        AnalysisPaths.SPEC,
                        "has no selector, as Telemetry " + Texts.list(others)
                                + " of the same namespace; only one of them counts",
                        "give them selectors or keep one");
            }
        }
    }

    private static void checkSelectors(ControlPlaneScope scope, List<Found<Telemetry>> all, Findings findings) {
        List<Found<Telemetry>> selecting = all.stream()
                .filter(telemetry -> !selector(telemetry.resource()).isEmpty())
                .toList();
        SelectorOverlaps<Telemetry> overlaps = SelectorOverlaps.of(scope, selecting, TelemetryChecks::selector);
        overlaps.selected().forEach((telemetry, pods) -> {
            if (pods.isEmpty()) {
                findings.error(
                        IssueCode.SELECTOR_WITHOUT_PODS,
                        telemetry,
                        AnalysisPaths.SPEC.field("selector"),
                        "no pod of namespace " + IssueText.quote(telemetry.namespace()) + " has the labels "
                                + Texts.selector(selector(telemetry.resource())),
                        "correct the labels");
            }
            List<MeshPod> shared = overlaps.shared(telemetry, pod -> false);
            if (!shared.isEmpty()) {
                findings.error(
                        IssueCode.TELEMETRY_SELECTORS_OVERLAP,
                        telemetry,
                        AnalysisPaths.SPEC.field("selector"),
                        "selects "
                                + Texts.list(shared.stream().map(MeshPod::label).toList())
                                + ", which Telemetry " + Texts.list(overlaps.others(telemetry, shared))
                                + " selects, too; only one of them counts",
                        "make the selectors differ");
            }
        });
    }

    private static Map<String, String> selector(Telemetry telemetry) {
        return telemetry
                .spec()
                .selector()
                .map(PolicyWorkloadSelector::matchLabels)
                .orElse(Collections.emptyMap());
    }
}
