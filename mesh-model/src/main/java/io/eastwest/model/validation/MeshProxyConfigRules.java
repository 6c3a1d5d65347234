package io.eastwest.model.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.ControlPlaneAuthPolicy;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.mesh.ProxyTracing;
import io.eastwest.model.istio.mesh.RemoteService;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the default configuration of proxies may say. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/agent/validation.go:ValidateMeshConfigProxyConfig, validatePrivateKeyProvider}.
 */
final class MeshProxyConfigRules {
    private static final String AUTO_ALLOCATE = "ISTIO_META_DNS_AUTO_ALLOCATE";

    private final MeshProxyConfig proxy;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private MeshProxyConfigRules(MeshProxyConfig proxy, DocumentPath path, ManifestIssues issues) {
        this.proxy = proxy;
        this.path = path;
        this.issues = issues;
    }

    static void check(MeshProxyConfig proxy, DocumentPath path, ManifestIssues issues) {
        MeshProxyConfigRules rules = new MeshProxyConfigRules(proxy, path, issues);
        rules.checkBootstrap();
        rules.checkAddresses();
        proxy.tracing().ifPresent(tracing -> rules.checkTracing(tracing, path.field("tracing")));
        proxy.privateKeyProvider()
                .ifPresent(provider -> rules.checkPrivateKeys(provider, path.field("privateKeyProvider")));
        proxy.proxyAdminPort().ifPresent(port -> Quantities.checkPort(port, path.field("proxyAdminPort"), issues));
        proxy.statusPort().ifPresent(port -> Quantities.checkPort(port, path.field("statusPort"), issues));
    }

    private void checkBootstrap() {
        checkSet("configPath", proxy.configPath());
        checkSet("binaryPath", proxy.binaryPath());
        if (proxy.tracingServiceName().isEmpty()) {
            checkSet("serviceCluster", proxy.serviceCluster());
        }
        proxy.drainDuration().ifPresent(this::checkDrainDuration);
        if (proxy.controlPlaneAuthPolicy()
                .filter(ControlPlaneAuthPolicy.INHERIT::equals)
                .isPresent()) {
            DocumentPath at = path.field("controlPlaneAuthPolicy");
            issues.error(IssueCode.FIELD_UNSUPPORTED, at, "must not be INHERIT", "use NONE or MUTUAL_TLS");
        }
        if (proxy.proxyMetadata().containsKey(AUTO_ALLOCATE)) {
            DocumentPath at = path.field("proxyMetadata").field(AUTO_ALLOCATE);
            String hint = "remove it: istiod allocates addresses for ServiceEntries on its own";
            issues.warning(IssueCode.FIELD_DEPRECATED, at, AUTO_ALLOCATE + " goes away", hint);
        }
    }

    private void checkDrainDuration(Duration duration) {
        DocumentPath at = path.field("drainDuration");
        Quantities.checkDuration(duration, at, issues);
        if (!duration.truncatedTo(ChronoUnit.SECONDS).equals(duration)) {
            String message = "must be whole seconds but was " + GoDuration.format(duration);
            issues.error(IssueCode.DURATION_TOO_FINE, at, message, "use a duration such as 45s");
        }
    }

    private void checkAddresses() {
        checkSet("discoveryAddress", proxy.discoveryAddress());
        checkAddress(proxy.discoveryAddress(), path.field("discoveryAddress"));
        checkAddress(proxy.statsdUdpAddress(), path.field("statsdUdpAddress"));
        checkAddress(proxy.envoyMetricsServiceAddress(), path.field("envoyMetricsServiceAddress"));
        checkAddress(
                proxy.envoyMetricsService().flatMap(RemoteService::address),
                path.field("envoyMetricsService").field("address"));
        checkAddress(
                proxy.envoyAccessLogService().flatMap(RemoteService::address),
                path.field("envoyAccessLogService").field("address"));
    }

    private void checkAddress(Optional<String> address, DocumentPath at) {
        address.filter(text -> !text.isEmpty()).ifPresent(text -> HostPorts.check(text, at, issues));
    }

    private void checkSet(String field, Optional<String> value) {
        value.ifPresent(text -> Texts.checkNotEmpty(text, path.field(field), issues));
    }

    private void checkTracing(ProxyTracing tracing, DocumentPath at) {
        tracing.zipkin().ifPresent(zipkin -> checkCollector(zipkin, at.field("zipkin")));
        tracing.datadog().ifPresent(datadog -> checkCollector(datadog, at.field("datadog")));
        tracing.lightstep().ifPresent(lightstep -> {
            HostPorts.check(
                    ProtoTree.text(lightstep, "address"), at.field("lightstep").field("address"), issues);
            String token = ProtoTree.text(lightstep, "accessToken");
            Texts.checkNotEmpty(token, at.field("lightstep").field("accessToken"), issues);
        });
        tracing.tlsSettings().ifPresent(tls -> ClientTlsRules.check(tls, "", at.field("tlsSettings"), issues));
    }

    /** The address may leave the node to each proxy. */
    private void checkCollector(JsonNode collector, DocumentPath at) {
        String address = ProtoTree.text(collector, "address").replaceFirst("\\$\\(HOST_IP\\)", "127.0.0.1");
        HostPorts.check(address, at.field("address"), issues);
    }

    private void checkPrivateKeys(JsonNode provider, DocumentPath at) {
        String name = provider.has("qat") ? "qat" : "cryptomb";
        if (!provider.has(name)) {
            issues.error(IssueCode.MISSING_FIELD, at, "has neither cryptomb nor qat", "add one of them");
            return;
        }
        DocumentPath delay = at.field(name).field("pollDelay");
        String text = ProtoTree.text(provider.get(name), "pollDelay");
        Optional<Duration> duration = GoDuration.parse(text);
        if (text.isEmpty()) {
            issues.error(IssueCode.MISSING_FIELD, delay, "required but not set", "use a duration such as 2ms");
        } else if (duration.isEmpty()) {
            issues.error(IssueCode.INVALID_DURATION, delay, "is no duration", "use a duration such as 2ms");
        } else if (duration.get().isZero()) {
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, delay, "must not be zero", "use a duration such as 2ms");
        }
    }
}
