package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusOfRoutesTest {
    private static List<String> reasons(List<StatusCondition> conditions) {
        return conditions.stream()
                .map(each -> each.type() + "=" + each.holds() + "/" + each.reason())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: public, namespace: edge}                    | a.com | {name: a, port: 8080}        |"
                        + " true/Accepted | true/ResolvedRefs",
                "{name: public, namespace: edge}                    | b.com | {name: a, port: 8080}        |"
                        + " false/NoMatchingListenerHostname | true/ResolvedRefs",
                "{name: public, namespace: edge, sectionName: none} | a.com | {name: a, port: 8080}        |"
                        + " false/NoMatchingParent | true/ResolvedRefs",
                "{name: public, namespace: edge}                    | a.com | {name: missing, port: 8080}  |"
                        + " true/Accepted | false/BackendNotFound",
                "{name: public, namespace: edge}                    | a.com | {name: a}                    |"
                        + " true/Accepted | false/InvalidDestination",
                "{name: public, namespace: edge}                    | a.com | {name: a, kind: Pod, port: 1}|"
                        + " true/Accepted | false/InvalidKind",
                "{name: public, namespace: edge}                    | a.com | {name: c, namespace: depot, port: 8080}"
                        + " | true/Accepted | false/RefNotPermitted",
                "{group: '', kind: Service, name: none}             | a.com | {name: a, port: 8080}        |"
                        + " false/NoMatchingParent | true/ResolvedRefs"
            })
    void aParentReportsWhetherItTookTheRouteAndWhetherItsBackendsAreFound(
            String parent, String hostname, String backend, String accepted, String resolved) {
        GatewayApiStatus status = Shop.with(
                        Shop.gateway("{name: web, port: 80, protocol: HTTP, hostname: a.com}"),
                        Shop.route(
                                "HTTPRoute",
                                "shop/r",
                                parent,
                                "[" + hostname + "]",
                                "[{backendRefs: [" + backend + "]}]"))
                .status();

        assertThat(status.routes())
                .singleElement()
                .satisfies(route -> assertThat(reasons(route.conditions()))
                        .containsExactly("Accepted=" + accepted, "ResolvedRefs=" + resolved));
    }

    @Test
    void anUnknownParentReportsNothing() {
        assertThat(Shop.with(Shop.route("shop/r", "[]")).status().routes()).isEmpty();
    }

    @Test
    void aListenerCountsItsRoutesAndSaysWhatIsWrong() {
        GatewayApiStatus status = Shop.with(
                        Shop.gateway(
                                "{name: web, port: 80, protocol: HTTP}",
                                "{name: bytes, port: 81, protocol: TCP}",
                                "{name: tls, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: missing}]}}"),
                        Shop.route("shop/r", "[{backendRefs: [{name: missing, port: 8080}]}]"))
                .status();

        assertThat(status.listeners())
                .extracting(listener ->
                        listener.listener() + " " + listener.attachedRoutes() + " " + reasons(listener.conditions()))
                .containsExactly(
                        "web 1 [Accepted=true/Accepted, Programmed=true/Programmed, Conflicted=false/NoConflicts,"
                                + " ResolvedRefs=true/ResolvedRefs]",
                        "bytes 0 [Accepted=false/UnsupportedProtocol, Programmed=true/Programmed,"
                                + " Conflicted=false/NoConflicts, ResolvedRefs=true/ResolvedRefs]",
                        "tls 1 [Accepted=true/Accepted, Programmed=false/Invalid, Conflicted=false/NoConflicts,"
                                + " ResolvedRefs=false/InvalidCertificateRef]");
    }

    @Test
    void aKindThatDoesNotFitTheProtocolIsNotSupported() {
        String gateway = Shop.gateway("{name: web, port: 80, protocol: HTTP}")
                .replace("{from: All}", "{from: All}, kinds: [{kind: TLSRoute}]");
        GatewayApiStatus status = Shop.with(gateway, Shop.route("shop/r", "[{backendRefs: [{name: a, port: 8080}]}]"))
                .status();

        assertThat(status.listeners().get(0).supportedKinds()).isEmpty();
        assertThat(reasons(status.listeners().get(0).conditions())).contains("ResolvedRefs=false/InvalidRouteKinds");
        assertThat(reasons(status.routes().get(0).conditions())).contains("Accepted=false/NotAllowedByListeners");
    }
}
