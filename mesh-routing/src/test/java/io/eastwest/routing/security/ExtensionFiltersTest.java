package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.by;
import static io.eastwest.routing.security.SecuredApp.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionFiltersTest {
    private static List<String> findings(String manifest) {
        return SecuredApp.under(manifest)
                .answer(by(WEB), Optional.of(get("/").build()))
                .findings();
    }

    private static String resource(String version, String kind, String namespace, String spec) {
        return """
                apiVersion: %s
                kind: %s
                metadata: {name: x, namespace: %s}
                spec: %s
                """.formatted(version, kind, namespace, spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo          | {url: oci://x}                                            | true",
                "istio-system | {url: oci://x}                                            | true",
                "bar          | {url: oci://x}                                            | false",
                "foo          | {url: oci://x, selector: {matchLabels: {app: b}}}         | false",
                "foo          | {url: oci://x, match: [{mode: CLIENT}]}                   | false",
                "foo          | {url: oci://x, match: [{mode: CLIENT}, {mode: SERVER}]}   | true",
                "foo          | {url: oci://x, type: NETWORK}                             | false"
            })
    void pluginsThatSeeTheRequestAreTold(String namespace, String spec, boolean told) {
        List<String> findings = findings(resource("extensions.istio.io/v1alpha1", "WasmPlugin", namespace, spec));

        assertThat(findings)
                .isEqualTo(
                        told
                                ? List.of("WasmPlugin/" + namespace
                                        + "/x may change or end this request, which is not modelled")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "SIDECAR_INBOUND, app, true",
        "ANY, app, true",
        "SIDECAR_OUTBOUND, app, false",
        "GATEWAY, app, false",
        "SIDECAR_INBOUND, other, false"
    })
    void patchesOfInboundListenersAreTold(String context, String label, boolean told) {
        String value = label.equals("app") ? "a" : "b";
        String spec = "{workloadSelector: {labels: {app: " + value + "}}, configPatches: [{applyTo: HTTP_FILTER, match:"
                + " {context: " + context + "}, patch: {operation: ADD}}]}";

        assertThat(findings(resource("networking.istio.io/v1alpha3", "EnvoyFilter", "foo", spec)))
                .hasSize(told ? 1 : 0);
    }

    @Test
    void withoutExtensionsNothingIsTold() {
        assertThat(SecuredApp.under()
                        .answer(by(WEB), Optional.of(get("/").build()))
                        .findings())
                .isEmpty();
    }
}
