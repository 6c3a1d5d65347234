package io.eastwest.testing;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.PolicyAnswer;
import io.eastwest.routing.PolicySetting;
import io.eastwest.routing.PolicySource;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the policy that a proxy has in effect for a host, port and subset; made by {@link MeshAssertions}. An
 * assertion that does not hold throws an {@link AssertionError} which shows every setting with its origin.
 *
 * <pre>{@code
 * assertThat(router.policy("east/shop/web-0", "orders.shop", 8080, ""))
 *         .hasSetting("connectionPool.tcp.connectTimeout", "3s")
 *         .isSetBy("connectionPool.tcp.connectTimeout", "DestinationRule/shop/orders");
 * }</pre>
 */
public final class PolicyAssert extends AbstractAssert<PolicyAssert, PolicyAnswer> {
    PolicyAssert(PolicyAnswer actual) {
        super(actual, PolicyAssert.class);
    }

    /**
     * Asserts the value of a setting.
     *
     * @param name name of the setting, {@link PolicySetting#name()}
     * @param text the value as {@link PolicySetting#text()} writes it
     * @return this
     * @throws AssertionError if the value is another one, or the cluster has no such setting
     */
    public PolicyAssert hasSetting(String name, String text) {
        PolicySetting<?> setting = setting(name);
        if (!setting.text().equals(text)) {
            fail("setting " + name + " to be " + text, setting);
        }
        return this;
    }

    /**
     * Asserts which resource says a setting.
     *
     * @param name name of the setting, {@link PolicySetting#name()}
     * @param resource the resource as {@link ResourceKey#toString()} writes it, such as {@code DestinationRule/shop/orders}
     * @return this
     * @throws AssertionError if another resource or a default says it, or the cluster has no such setting
     */
    public PolicyAssert isSetBy(String name, String resource) {
        PolicySetting<?> setting = setting(name);
        Optional<String> origin =
                setting.source().origin().map(each -> each.resource().toString());
        if (!origin.equals(Optional.of(resource))) {
            fail("setting " + name + " to be said by " + resource, setting);
        }
        return this;
    }

    /**
     * Asserts what kind of source says a setting, such as a default.
     *
     * @param name name of the setting, {@link PolicySetting#name()}
     * @param kind kind of the source
     * @return this
     * @throws AssertionError if another kind of source says it, or the cluster has no such setting
     */
    public PolicyAssert comesFrom(String name, PolicySource.Kind kind) {
        PolicySetting<?> setting = setting(name);
        if (setting.source().kind() != kind) {
            fail("setting " + name + " to come from " + kind, setting);
        }
        return this;
    }

    /**
     * Asserts which DestinationRules are merged for the host.
     *
     * @param rules the rules as {@link ResourceKey#toString()} writes them, the one that counts first; none: no rule applies
     * @return this
     */
    public PolicyAssert mergesRules(String... rules) {
        isNotNull();
        List<String> found = actual.rules().stream().map(ResourceKey::toString).toList();
        if (!found.equals(List.of(rules))) {
            fail("the rules to be " + List.of(rules), found);
        }
        return this;
    }

    /**
     * Asserts that endpoints which fail are ejected, without which no locality failover happens.
     *
     * @return this
     */
    public PolicyAssert hasOutlierDetection() {
        isNotNull();
        if (actual.cluster().outlierDetection().isEmpty()) {
            fail("outlier detection", "none");
        }
        return this;
    }

    private PolicySetting<?> setting(String name) {
        isNotNull();
        Optional<PolicySetting<?>> setting = actual.setting(name);
        if (setting.isEmpty()) {
            fail("a setting " + name, "no setting of that name");
        }
        return setting.orElseThrow();
    }

    private void fail(String expected, Object found) {
        throw failure("%s", new Complaint(expected, List.of(found.toString())).text(actual.toText()));
    }
}
