package io.eastwest.routing.view;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.MeshConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Settings that two sources of one mesh configuration give different values. */
final class MeshSettingsConflicts {
    private static final Map<String, Function<MeshConfig, Object>> SETTINGS = settings();

    private MeshSettingsConflicts() {}

    /**
     * Reports.
     *
     * @param used the source that counts
     * @param config what it says
     * @param passedOver the other source
     * @param other what it says
     * @param issues takes one warning per setting
     */
    static void report(
            ResourceKey used, MeshConfig config, ResourceKey passedOver, MeshConfig other, Consumer<Issue> issues) {
        SETTINGS.forEach((name, setting) -> {
            Object first = setting.apply(config);
            Object second = setting.apply(other);
            if (isSaid(second) && !first.equals(second)) {
                issues.accept(Issue.warning(
                                IssueCode.MESH_CONFIG_CONFLICT,
                                DocumentPath.root().field("data").field("mesh"),
                                name + " is not what " + passedOver + " says; the ConfigMap counts",
                                "give both the same value")
                        .about(used));
            }
        });
    }

    private static boolean isSaid(Object value) {
        return !value.equals(Optional.empty()) && !value.equals(List.of());
    }

    private static Map<String, Function<MeshConfig, Object>> settings() {
        Map<String, Function<MeshConfig, Object>> all = new LinkedHashMap<>();
        all.put("trustDomain", MeshConfig::trustDomain);
        all.put("trustDomainAliases", MeshConfig::trustDomainAliases);
        all.put("rootNamespace", MeshConfig::rootNamespace);
        all.put("enableAutoMtls", MeshConfig::enableAutoMtls);
        all.put("outboundTrafficPolicy", MeshConfig::outboundTrafficPolicy);
        all.put("localityLbSetting", MeshConfig::localityLbSetting);
        all.put("serviceSettings", MeshConfig::serviceSettings);
        all.put("discoverySelectors", MeshConfig::discoverySelectors);
        all.put("defaultServiceExportTo", MeshConfig::defaultServiceExportTo);
        all.put("defaultVirtualServiceExportTo", MeshConfig::defaultVirtualServiceExportTo);
        all.put("defaultDestinationRuleExportTo", MeshConfig::defaultDestinationRuleExportTo);
        all.put("defaultHttpRetryPolicy", MeshConfig::defaultHttpRetryPolicy);
        all.put("connectTimeout", MeshConfig::connectTimeout);
        return all;
    }
}
