package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Resolution;
import org.junit.jupiter.api.Test;

/** The names that a client expects in the certificates of a service: security-ambient.md 2.4. */
class ServiceIdentitiesTest {
    private static final String API = "spiffe://cluster.local/ns/shop/sa/api";
    private static final String HOST = "api.example";

    private static MeshService service(String namespace, String... names) {
        return Meshes.service(HOST, Resolution.CLIENT_SIDE)
                .namespace(namespace)
                .addSubjectAltNames(names)
                .build();
    }

    @Test
    void areThoseOfItsEndpointsAndItsOwnNamesInOrder() {
        MeshService service = service("shop", "spiffe://cluster.local/ns/shop/sa/old", "api.internal");
        HandMadeView view = new HandMadeView()
                .with(
                        service,
                        Meshes.endpoint("10.0.0.1").build(),
                        Meshes.endpoint("10.0.0.2").build(),
                        Meshes.endpoint("10.0.0.3").serviceAccount("").build());

        assertThat(ServiceIdentities.of(view).of(service))
                .containsExactly("api.internal", API, "spiffe://cluster.local/ns/shop/sa/old");
    }

    @Test
    void areRepeatedForEachAliasOfTheTrustDomain() {
        MeshService service = service("shop", "spiffe://cluster.local/ns/shop", "api.internal");
        HandMadeView view = new HandMadeView()
                .with(service, Meshes.endpoint("10.0.0.1").build())
                .with(MeshConfig.builder()
                        .addTrustDomainAliases("old.example", "older.example")
                        .build());

        assertThat(ServiceIdentities.of(view).of(service))
                .containsExactly(
                        "api.internal",
                        "spiffe://cluster.local/ns/shop",
                        API,
                        "spiffe://old.example/ns/shop/sa/api",
                        "spiffe://older.example/ns/shop/sa/api");
    }

    @Test
    void namesOfServicesAreThoseOfTheLastOfAHostInTheNamespace() {
        MeshService first = service("shop", "first");
        HandMadeView view =
                new HandMadeView().with(first).with(service("shop", "second")).with(service("other", "third"));
        ServiceIdentities identities = ServiceIdentities.of(view);

        assertThat(identities.of(first)).containsExactly("second");
        assertThat(identities.of(service("other", "mine"))).containsExactly("third");
        assertThat(identities.of(service("unknown", "mine"))).containsExactly("mine");
    }
}
