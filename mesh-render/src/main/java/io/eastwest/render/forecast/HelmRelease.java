package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.render.style.RenderValue;
import org.immutables.value.Value;

/** One release of a chart of Istio. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface HelmRelease {
    /** {@return the chart} */
    HelmChart chart();

    /** {@return name of the release} */
    String name();

    /** {@return namespace of the release} */
    String namespace();

    /** {@return what the user sets, as in a values file; must not be changed} */
    @Value.Default
    default JsonNode values() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A release.
     *
     * @param chart the chart
     * @param name name of the release
     * @param namespace its namespace
     * @param values what the user sets, copied
     * @return the release
     */
    static HelmRelease of(HelmChart chart, String name, String namespace, ObjectNode values) {
        return builder()
                .chart(chart)
                .name(name)
                .namespace(namespace)
                .values(values.deepCopy())
                .build();
    }

    /** {@return an empty builder} */
    static HelmReleaseBuilder builder() {
        return new HelmReleaseBuilder();
    }
}
