package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endpoints of EndpointSlices: load-balancing.md 2.2, 3.3. */
class SliceEndpointsTest {
    private static final String SECURE = "app: api, security.istio.io/tlsMode: istio";

    private static String service(String namespace, String labels) {
        return "{apiVersion: v1, kind: Service, metadata: {name: api, namespace: " + namespace + ", labels: {" + labels
                + "}}, spec: {clusterIP: 10.96.0.2, ports: [{name: http, port: 80}]}}";
    }

    private static String slice(String namespace, String endpoints) {
        return "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: api-1, namespace: " + namespace
                + ", labels: {kubernetes.io/service-name: api}}, addressType: IPv4, ports: [{name: http, port: 8080}],"
                + " endpoints: [" + endpoints + "]}";
    }

    private static List<ServiceEndpoint> endpoints(String namespace, String... documents) {
        ControlPlaneView view = TestMesh.single(documents).view("c1");
        return view.endpoints(view.servicesByHostname("api." + namespace + ".svc.cluster.local")
                .get(0));
    }

    @Test
    void anAddressWithoutReferenceIsThePodOfTheNamespaceThatHasIt() {
        assertThat(endpoints(
                        "shop",
                        service("shop", ""),
                        slice("shop", "{addresses: [10.0.0.1]}"),
                        TestMesh.pod("a", SECURE, "10.0.0.1")))
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.mutualTls()).isTrue());
    }

    @Test
    void aPodOfAnotherNamespaceIsNotTaken() {
        assertThat(endpoints(
                        "other",
                        service("other", ""),
                        slice("other", "{addresses: [10.0.0.1]}"),
                        TestMesh.pod("a", SECURE, "10.0.0.1")))
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.mutualTls()).isFalse());
    }

    @Test
    void aReferenceToAPodThatIsNotThereIsNoEndpoint() {
        assertThat(endpoints(
                        "shop",
                        service("shop", ""),
                        slice("shop", "{addresses: [10.0.0.1], targetRef: {kind: Pod, name: b, namespace: shop}}"),
                        TestMesh.pod("a", SECURE, "10.0.0.1")))
                .isEmpty();
    }

    @Test
    void anAddressThatIsListedTwiceCountsOnce() {
        assertThat(endpoints(
                        "shop",
                        service("shop", ""),
                        slice("shop", "{addresses: [10.0.0.1]}, {addresses: [10.0.0.1, 10.0.0.2]}")))
                .extracting(ServiceEndpoint::address)
                .containsExactly("10.0.0.1", "10.0.0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', HEALTHY",
        "'ready: true, terminating: true', '', HEALTHY",
        "'ready: false', '', TERMINATING",
        "'ready: false, terminating: false', '', UNHEALTHY",
        "'ready: false, serving: true, terminating: true', '', TERMINATING",
        "'ready: false, serving: true, terminating: true', 'istio.io/persistent-session: cookie', DRAINING",
        "'ready: false, serving: true, terminating: true', 'istio.io/persistent-session-header: x', DRAINING",
        "'ready: false, terminating: true', 'istio.io/persistent-session: cookie', DRAINING",
        "'ready: false, serving: false, terminating: true', 'istio.io/persistent-session: cookie', TERMINATING",
        "'ready: false, serving: true, terminating: false', 'istio.io/persistent-session: cookie', UNHEALTHY"
    })
    void conditionsGiveTheState(String conditions, String labels, EndpointState state) {
        assertThat(endpoints(
                        "shop",
                        service("shop", labels),
                        slice("shop", "{addresses: [10.0.0.1], conditions: {" + conditions + "}}")))
                .singleElement()
                .satisfies(endpoint -> assertThat(endpoint.state()).isEqualTo(state));
    }
}
