package io.eastwest.routing.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.rules.MeshRules;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshViews;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharedValuesTest {
    private final ControlPlaneView view = MeshViews.of(
                    SmallMesh.snapshot(SmallMesh.pod("shop/one", "10.1.0.1", "app: web, tier: front")
                            + SmallMesh.pod("shop/two", "10.1.0.2", "app: web, tier: back")
                            + SmallMesh.pod("other/three", "10.1.0.3", "app: web, tier: front")))
            .view("c1");
    private final ProxyScopes scopes = ProxyScopes.of(view, MeshRules.of(view).virtualServices());
    private final SharedValues<String> values = new SharedValues<>(10, text -> 1);
    private int made;

    private ProxyScope scope(String id) {
        return scopes.scope(view.proxy("c1/" + id, MeshProxy.Kind.SIDECAR).orElseThrow());
    }

    private String get(String id, Function<MeshProxy, String> make) {
        return values.get("value", scope(id), each -> {
            made++;
            return make.apply(each.proxy());
        });
    }

    @Nested
    class TwoProxiesShareAValue {
        @Test
        void thatLooksAtNeither() {
            assertThat(get("shop/one", proxy -> "same")).isSameAs(get("shop/two", proxy -> "same"));
            assertThat(made).isEqualTo(1);
        }

        @Test
        void thatLooksAtWhatTheyHaveInCommon() {
            get("shop/one", proxy -> proxy.labels().get("app") + proxy.namespace());
            get("shop/two", proxy -> proxy.labels().get("app") + proxy.namespace());

            assertThat(made).isEqualTo(1);
        }

        @Test
        void thatAsksForAnotherValueOfALabelThanBothHave() {
            Function<MeshProxy, String> make = proxy -> String.valueOf(
                    proxy.labels().entrySet().containsAll(Map.of("tier", "side").entrySet()));

            assertThat(get("shop/one", make)).isEqualTo("false");
            assertThat(get("shop/two", make)).isEqualTo("false");
            assertThat(made).isEqualTo(1);
        }
    }

    @Nested
    class TwoProxiesHaveValuesOfTheirOwn {
        @Test
        void wherePartOfTheValueIsALabel() {
            assertThat(get("shop/one", proxy -> proxy.labels().get("tier"))).isEqualTo("front");
            assertThat(get("shop/two", proxy -> proxy.labels().get("tier"))).isEqualTo("back");
            assertThat(get("shop/one", proxy -> proxy.labels().get("tier"))).isEqualTo("front");
            assertThat(made).isEqualTo(2);
        }

        @Test
        void whereAllLabelsAreRead() {
            assertThat(get("shop/one", proxy -> proxy.labels().toString())).contains("front");
            assertThat(get("shop/two", proxy -> proxy.labels().toString())).contains("back");
        }

        @Test
        void whereTheAddressIsRead() {
            assertThat(get("shop/one", proxy -> proxy.addresses().get(0))).isEqualTo("10.1.0.1");
            assertThat(get("shop/two", proxy -> proxy.addresses().get(0))).isEqualTo("10.1.0.2");
        }

        @Test
        void whereTheProxyIsAKey() {
            get("shop/one", proxy -> String.valueOf(proxy.hashCode() == 0));
            get("shop/two", proxy -> String.valueOf(proxy.hashCode() == 0));

            assertThat(made).isEqualTo(2);
        }

        @Test
        void whereTheySeeDifferentThings() {
            get("shop/one", proxy -> "same");
            get("other/three", proxy -> "same");

            assertThat(made).isEqualTo(2);
        }
    }

    @Test
    void whatIsKeptIsBoundedAndTheResultsStayTheSame() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 50; i++) {
                String name = "value " + i;
                assertThat(values.get(name, scope("shop/one"), each -> name)).isEqualTo(name);
                assertThat(values.count()).isLessThanOrEqualTo(5);
            }
        }
    }

    @Test
    void aValueThatLooksAtItsProxyLaterIsRefused() {
        MeshProxy[] kept = new MeshProxy[1];
        get("shop/one", proxy -> {
            kept[0] = proxy;
            return "value";
        });

        assertThatThrownBy(() -> kept[0].name())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NAME");
    }
}
