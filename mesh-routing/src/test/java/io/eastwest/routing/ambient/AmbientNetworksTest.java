package io.eastwest.routing.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.TwoNetworks;
import io.eastwest.routing.fixture.Waypoints;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ztunnels of one network are told of another: security-ambient.md 5.7. */
class AmbientNetworksTest {
    private static final String GLOBAL = "istio.io/global: \"true\"";

    private static AmbientIndex index(TwoNetworks mesh) {
        return AmbientIndex.of(mesh.router().view("c1"));
    }

    private static Optional<AmbientService> app(TwoNetworks mesh) {
        return index(mesh).serviceByHostname("app.foo.svc.cluster.local", "foo");
    }

    @Test
    void aGlobalServiceHasAnEndpointForTheOther() {
        AmbientService app = app(TwoNetworks.empty().app("c1", GLOBAL, 1).app("c2", GLOBAL, 2))
                .orElseThrow();
        AmbientWorkload other = app.endpoints().get(1).workload();

        assertThat(app.global()).isTrue();
        assertThat(app.remotePrincipals())
                .containsExactly("cluster.local/ns/foo/sa/app1", "cluster.local/ns/foo/sa/app2");
        assertThat(app.addresses())
                .containsExactly(new NetworkAddress("n1", "10.1.96.1"), new NetworkAddress("n2", "10.2.96.1"));
        assertThat(app.endpoints())
                .extracting(each -> each.workload().id() + " " + each.address() + " " + each.ports())
                .containsExactly(
                        "c1/foo/app1-1 10.1.0.1 {80=8080}", "network n2 of app.foo.svc.cluster.local  {80=80}");
        assertThat(other.capacity()).isEqualTo(2);
        assertThat(other.cluster()).isEqualTo("c2");
        assertThat(other.namespace()).isEqualTo("foo");
        assertThat(other.gateway()).map(AmbientGateway::address).hasValue("203.0.113.2");
    }

    @Test
    void aServiceThatIsNotGlobalHasNone() {
        AmbientService app = app(TwoNetworks.empty().app("c1", "a: b", 1).app("c2", GLOBAL, 2))
                .orElseThrow();

        assertThat(app.global()).isFalse();
        assertThat(app.remotePrincipals()).isEmpty();
        assertThat(app.addresses()).containsExactly(new NetworkAddress("n1", "10.1.96.1"));
        assertThat(app.endpoints()).hasSize(1);
    }

    @Test
    void aServiceOfTheOtherAloneIsKnownIfItIsGlobal() {
        assertThat(app(TwoNetworks.empty().app("c2", GLOBAL, 1)))
                .hasValueSatisfying(app -> assertThat(app.endpoints()).hasSize(1));
        assertThat(app(TwoNetworks.empty().app("c2", "a: b", 1))).isEmpty();
    }

    @Test
    void sharedAreGlobalServicesAndTheirWaypoints() {
        AmbientIndex index = index(TwoNetworks.empty()
                .app("c1", GLOBAL + ", istio.io/use-waypoint: wp", 1)
                .add("c1", Waypoints.waypoint(), """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: local, namespace: foo}
                        spec: {selector: {app: a}, clusterIP: 10.1.96.2, ports: [{name: http, port: 80}]}
                        """));

        assertThat(index.sharedServices())
                .extracting(service -> service.service().name())
                .containsExactly("app", "wp");
        assertThat(index.network()).isEqualTo("n1");
    }
}
