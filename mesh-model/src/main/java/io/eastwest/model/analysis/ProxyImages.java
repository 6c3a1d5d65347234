package io.eastwest.model.analysis;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.networking.ProxyConfig;
import io.eastwest.model.istio.networking.ProxyConfigSpec;
import io.eastwest.model.istio.networking.ProxyImage;
import io.eastwest.model.kubernetes.Container;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.reader.MeshConfigReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sidecars of another image than the injector gives: mostly of an older release. Of several ProxyConfigs of one scope the
 * last by namespace and name counts, where upstream takes any. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/injection/injection-image.go} and {@code util/proxyconfig.go}.
 */
final class ProxyImages {
    private static final String CUSTOM = "sidecar.istio.io/proxyImage";
    private static final String CONFIG = "proxy.istio.io/config";
    private static final String DEFAULT = "default";

    private final ControlPlaneScope scope;
    private final InjectorConfig injectors;
    private final List<Found<ProxyConfig>> configs;

    private ProxyImages(ControlPlaneScope scope) {
        this.scope = scope;
        this.injectors = InjectorConfig.of(scope);
        this.configs = scope.configuration(ProxyConfig.class).stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        ProxyImages images = new ProxyImages(scope);
        Map<Found<Namespace>, List<String>> outdated = new LinkedHashMap<>();
        for (Found<Pod> pod : scope.reported(Pod.class)) {
            Optional<Found<Namespace>> namespace = scope.namespaceOf(pod.cluster(), pod.namespace());
            if (namespace.isPresent() && images.isOutdated(pod, namespace.get())) {
                outdated.computeIfAbsent(namespace.get(), any -> new ArrayList<>())
                        .add(pod.name());
            }
        }
        outdated.forEach((namespace, pods) -> findings.warning(
                IssueCode.PROXY_IMAGE_OUTDATED,
                namespace,
                AnalysisPaths.NAME,
                "its pods " + Texts.list(pods.stream().sorted().toList())
                        + " run a proxy image that the injector would not give them today",
                "restart them"));
    }

    private boolean isOutdated(Found<Pod> pod, Found<Namespace> namespace) {
        Map<String, String> labels = namespace.labels();
        String revision = labels.getOrDefault(MeshMembership.REVISION, DEFAULT);
        boolean injected = labels.getOrDefault(MeshMembership.INJECTION, "").equals(MeshMembership.ENABLED)
                || labels.containsKey(MeshMembership.REVISION);
        Optional<String> wanted = injectors.proxyImage(revision);
        if (!injected
                || wanted.isEmpty()
                || !pod.annotations().getOrDefault(CUSTOM, "").isEmpty()) {
            return false;
        }
        String variant = variant(pod);
        return Stream.concat(
                        pod.resource().spec().containers().stream(), pod.resource().spec().initContainers().stream())
                .filter(container -> container.name().equals(MeshMembership.PROXY))
                .map(Container::image)
                .map(image -> image.orElse(""))
                .anyMatch(image -> !image.equals(wanted.get()) && !image.equals(wanted.get() + "-" + variant));
    }

    private String variant(Found<Pod> pod) {
        String variant = scope.settings()
                .config()
                .defaultConfig()
                .flatMap(MeshProxyConfig::image)
                .flatMap(ProxyImage::imageType)
                .orElse("");
        String root = scope.settings().rootNamespace();
        List<List<Found<ProxyConfig>>> levels = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Found<ProxyConfig> config : configs) {
            ProxyConfigSpec spec = config.resource().spec();
            if (config.namespace().equals(root)) {
                levels.get(0).add(config);
            } else if (config.namespace().equals(pod.namespace())) {
                if (spec.selector().isEmpty()) {
                    levels.get(1).add(config);
                } else if (selects(spec, pod)) {
                    levels.get(2).add(config);
                }
            }
        }
        for (List<Found<ProxyConfig>> level : levels) {
            for (Found<ProxyConfig> config : level) {
                variant = type(config.resource().spec().image()).orElse(variant);
            }
        }
        String annotation = pod.annotations().getOrDefault(CONFIG, "");
        variant = MeshConfigReader.readProxyConfig(CONFIG, annotation)
                .value()
                .flatMap(config -> type(config.image()))
                .orElse(variant);
        return variant.equals(DEFAULT) ? "" : variant;
    }

    private static boolean selects(ProxyConfigSpec spec, Found<Pod> pod) {
        return spec.selector().stream()
                .flatMap(selector -> selector.matchLabels().entrySet().stream())
                .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey())));
    }

    private static Optional<String> type(Optional<ProxyImage> image) {
        return image.flatMap(ProxyImage::imageType).filter(type -> !type.isEmpty());
    }
}
