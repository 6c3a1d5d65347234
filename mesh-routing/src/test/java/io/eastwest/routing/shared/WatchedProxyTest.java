package io.eastwest.routing.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.view.MeshProxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchedProxyTest {
    /** A proxy that says something else than the default everywhere. */
    private final MeshProxy proxy = MeshProxy.builder()
            .id("c1/shop/one")
            .kind(MeshProxy.Kind.ROUTER)
            .cluster("c1")
            .namespace("shop")
            .name("one")
            .putLabel("app", "web")
            .putLabel("tier", "front")
            .putAnnotation("a", "b")
            .addAddress("10.0.0.1")
            .locality("r/z")
            .network("n1")
            .nodeName("node")
            .serviceAccount("web")
            .addRequestedNetworkView("n2")
            .unprivileged(true)
            .addContainerPort(8080)
            .dnsDomain("shop.svc.cluster.local")
            .build();

    private final WatchedProxy watched = new WatchedProxy(proxy);

    private static final Map<ProxyAttribute, Function<MeshProxy, Object>> ACCESSORS = new LinkedHashMap<>();

    static {
        ACCESSORS.put(ProxyAttribute.ID, MeshProxy::id);
        ACCESSORS.put(ProxyAttribute.KIND, MeshProxy::kind);
        ACCESSORS.put(ProxyAttribute.CLUSTER, MeshProxy::cluster);
        ACCESSORS.put(ProxyAttribute.NAMESPACE, MeshProxy::namespace);
        ACCESSORS.put(ProxyAttribute.NAME, MeshProxy::name);
        ACCESSORS.put(ProxyAttribute.ANNOTATIONS, MeshProxy::annotations);
        ACCESSORS.put(ProxyAttribute.ADDRESSES, MeshProxy::addresses);
        ACCESSORS.put(ProxyAttribute.LOCALITY, MeshProxy::locality);
        ACCESSORS.put(ProxyAttribute.NETWORK, MeshProxy::network);
        ACCESSORS.put(ProxyAttribute.NODE, MeshProxy::nodeName);
        ACCESSORS.put(ProxyAttribute.SERVICE_ACCOUNT, MeshProxy::serviceAccount);
        ACCESSORS.put(ProxyAttribute.NETWORK_VIEW, MeshProxy::requestedNetworkView);
        ACCESSORS.put(ProxyAttribute.UNPRIVILEGED, MeshProxy::unprivileged);
        ACCESSORS.put(ProxyAttribute.CONTAINER_PORTS, MeshProxy::containerPorts);
        ACCESSORS.put(ProxyAttribute.DNS_DOMAIN, MeshProxy::dnsDomain);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyAttribute.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LABELS", "HAS_LABELS"})
    void answersAsItsProxyDoesAndNotesWhatWasAsked(ProxyAttribute attribute) {
        Function<MeshProxy, Object> accessor = ACCESSORS.getOrDefault(attribute, MeshProxy::toString);

        assertThat(accessor.apply(watched)).isEqualTo(accessor.apply(proxy));
        assertThat(watched.close()).containsExactly(Map.entry(attribute, accessor.apply(proxy)));
    }

    @Test
    void askedTwiceItNotesOnce() {
        watched.name();
        watched.cluster();
        watched.name();

        assertThat(watched.close().keySet()).containsExactly(ProxyAttribute.NAME, ProxyAttribute.CLUSTER);
    }

    @Nested
    class WhoIsItIsAsked {
        @Test
        void byWhoComparesIt() {
            assertThat(watched.equals(watched)).isTrue();
            assertThat(watched.equals(proxy)).isFalse();
            assertThat(watched.close()).containsExactly(Map.entry(ProxyAttribute.ID, "c1/shop/one"));
        }

        @Test
        void byWhoHashesIt() {
            assertThat(watched.hashCode()).isEqualTo(System.identityHashCode(watched));
            assertThat(watched.close()).containsExactly(Map.entry(ProxyAttribute.ID, "c1/shop/one"));
        }

        @Test
        void byWhoPrintsIt() {
            assertThat(watched).hasToString(proxy.toString());
            assertThat(watched.close()).containsExactly(Map.entry(ProxyAttribute.ID, "c1/shop/one"));
        }
    }

    @Nested
    class OfLabels {
        private List<Object> asked() {
            return List.copyOf(watched.close().keySet());
        }

        @Test
        void oneThatIsReadIsNoted() {
            assertThat(watched.labels().get("app")).isEqualTo("web");
            assertThat(watched.labels().containsKey("tier")).isTrue();
            assertThat(watched.labels().get("none")).isNull();
            assertThat(watched.labels().containsKey("no")).isFalse();
            assertThat(asked())
                    .containsExactly(
                            new LabelQuestion("app"),
                            new LabelQuestion("tier"),
                            new LabelQuestion("none"),
                            new LabelQuestion("no"));
        }

        @Test
        void theValueThatOneIsComparedWithIsNoted() {
            Set<?> entries = watched.labels().entrySet();

            assertThat(entries.contains(Map.entry("app", "web"))).isTrue();
            assertThat(entries.contains(Map.entry("app", "api"))).isFalse();
            assertThat(entries.contains("app")).isFalse();
            assertThat(entries.contains(Map.entry(1, "web"))).isFalse();
            assertThat(entries.contains(Map.entry("app", 1))).isFalse();
            assertThat(asked()).containsExactly(new LabelMatch("app", "web"), new LabelMatch("app", "api"));
        }

        @Test
        void whetherThereAreAnyIsNoted() {
            assertThat(watched.labels().isEmpty()).isFalse();
            assertThat(watched.labels().entrySet().isEmpty()).isFalse();
            assertThat(asked()).containsExactly(ProxyAttribute.HAS_LABELS);
        }

        @Test
        void allAreNotedWhereAllAreRead() {
            assertThat(watched.labels()).hasSize(2).containsEntry("app", "web");
            assertThat(watched.close()).containsEntry(ProxyAttribute.LABELS, proxy.labels());
        }

        @Test
        void aNameThatIsNoTextIsNone() {
            Map<?, ?> labels = watched.labels();

            assertThat(labels.containsKey(1)).isFalse();
            assertThat(labels.get(1)).isNull();
            assertThat(asked()).isEmpty();
        }

        @Test
        void aProxyWithoutAnySaysSo() {
            WatchedProxy bare = new WatchedProxy(
                    MeshProxy.builder().from(proxy).labels(Map.of()).build());

            assertThat(bare.labels().isEmpty()).isTrue();
            assertThat(bare.labels().entrySet().isEmpty()).isTrue();
            assertThat(bare.close()).containsExactly(Map.entry(ProxyAttribute.HAS_LABELS, false));
        }
    }
}
