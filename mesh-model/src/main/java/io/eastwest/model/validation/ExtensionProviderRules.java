package io.eastwest.model.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.ExtensionProvider;
import io.eastwest.model.istio.mesh.ExternalAuthorizerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Providers of telemetry and authorization. istiod only logs what is wrong with one, since it may never be used; so all of
 * it is a warning. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/agent/extensionprovider.go:validateExtensionProvider} and {@code
 * pkg/config/mesh/mesh.go:ApplyMeshConfig}, where the last provider of a name counts.
 */
final class ExtensionProviderRules {
    private static final List<String> WITHOUT_SERVICE = List.of("prometheus", "stackdriver", "envoyFileAccessLog");

    private final DocumentPath path;
    private final ManifestIssues issues;

    private ExtensionProviderRules(DocumentPath path, ManifestIssues issues) {
        this.path = path;
        this.issues = issues;
    }

    static void check(List<ExtensionProvider> providers, DocumentPath path, ManifestIssues issues) {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < providers.size(); i++) {
            ExtensionProviderRules rules = new ExtensionProviderRules(path.index(i), issues);
            String name = providers.get(i).name().orElse("");
            if (name.isEmpty()) {
                rules.warn("name", "must not be empty", "name it, so that policies and Telemetry can");
            } else if (!names.add(name)) {
                rules.warn("name", "takes the place of the other " + IssueText.quote(name), "rename one of them");
            }
            rules.check(providers.get(i));
        }
    }

    private void check(ExtensionProvider provider) {
        provider.envoyExtAuthzHttp().ifPresent(http -> {
            checkAuthorizer("envoyExtAuthzHttp", http);
            http.pathPrefix().filter(prefix -> !prefix.isEmpty()).ifPresent(this::checkPathPrefix);
        });
        provider.envoyExtAuthzGrpc().ifPresent(grpc -> checkAuthorizer("envoyExtAuthzGrpc", grpc));
        Map<String, JsonNode> others = others(provider);
        others.forEach((kind, settings) -> {
            if (!WITHOUT_SERVICE.contains(kind)) {
                checkServer(kind, ProtoTree.text(settings, "service"), ProtoTree.number(settings, "port"));
            }
        });
        Optional.ofNullable(others.get("lightstep"))
                .filter(lightstep -> ProtoTree.text(lightstep, "accessToken").isEmpty())
                .ifPresent(lightstep -> warn("lightstep", "has no accessToken", "add it"));
        Optional.ofNullable(others.get("opentelemetry"))
                .filter(settings -> ProtoTree.has(settings, "grpc") && ProtoTree.has(settings, "http"))
                .ifPresent(settings -> warn("opentelemetry", "has both grpc and http", "remove one of them"));
        boolean authorizer = provider.envoyExtAuthzHttp().isPresent()
                || provider.envoyExtAuthzGrpc().isPresent();
        if (others.isEmpty() && !authorizer) {
            String message = "is of no kind that istiod has for a provider";
            issues.warning(IssueCode.PROVIDER_INVALID, path, message, "add one such as envoyExtAuthzGrpc or zipkin");
        }
    }

    private void checkAuthorizer(String kind, ExternalAuthorizerSettings settings) {
        checkServer(kind, settings.service().orElse(""), settings.port().orElse(0));
        settings.statusOnError()
                .filter(status -> !status.isEmpty() && !HttpStatusCodes.isKnown(status))
                .ifPresent(status -> {
                    String message = "must be the code of an HTTP status but was " + IssueText.quote(status);
                    DocumentPath at = path.field(kind).field("statusOnError");
                    issues.warning(IssueCode.PROVIDER_INVALID, at, message, "use such as \"403\"");
                });
    }

    private void checkPathPrefix(String prefix) {
        if (!prefix.startsWith("/") || GoUrl.scheme(prefix).isEmpty()) {
            String message = "must be a path that begins with \"/\" but was " + IssueText.quote(prefix);
            DocumentPath at = path.field("envoyExtAuthzHttp").field("pathPrefix");
            issues.warning(IssueCode.PROVIDER_INVALID, at, message, "use such as /check");
        }
    }

    private void checkServer(String kind, String service, long port) {
        if (!isService(service)) {
            String message = "must be a DNS name, an IP address or namespace/name but was " + IssueText.quote(service);
            DocumentPath at = path.field(kind).field("service");
            issues.warning(IssueCode.PROVIDER_INVALID, at, message, "use such as authz.shop.svc.cluster.local");
        }
        if (!Quantities.isPort(port)) {
            String message = "must be a port from 1 to 65535 but was " + port;
            issues.warning(IssueCode.PROVIDER_INVALID, path.field(kind).field("port"), message, "use a port in range");
        }
    }

    private static boolean isService(String service) {
        return service.indexOf('/') < 0
                ? DnsNames.isFqdn(service) || Addresses.isIp(service)
                : HostScopes.isSidecarHost(service);
    }

    private void warn(String field, String message, String hint) {
        issues.warning(IssueCode.PROVIDER_INVALID, path.field(field), message, hint);
    }

    /** All kinds but those of authorization; {@code sds} is none that istiod has here. */
    private static Map<String, JsonNode> others(ExtensionProvider provider) {
        Map<String, Optional<JsonNode>> kinds = new LinkedHashMap<>();
        kinds.put("zipkin", provider.zipkin());
        kinds.put("lightstep", provider.lightstep());
        kinds.put("datadog", provider.datadog());
        kinds.put("stackdriver", provider.stackdriver());
        kinds.put("opencensus", provider.opencensus());
        kinds.put("skywalking", provider.skywalking());
        kinds.put("opentelemetry", provider.opentelemetry());
        kinds.put("prometheus", provider.prometheus());
        kinds.put("envoyFileAccessLog", provider.envoyFileAccessLog());
        kinds.put("envoyHttpAls", provider.envoyHttpAls());
        kinds.put("envoyTcpAls", provider.envoyTcpAls());
        kinds.put("envoyOtelAls", provider.envoyOtelAls());
        Map<String, JsonNode> present = new LinkedHashMap<>();
        kinds.forEach((kind, settings) -> settings.ifPresent(there -> present.put(kind, there)));
        return present;
    }
}
