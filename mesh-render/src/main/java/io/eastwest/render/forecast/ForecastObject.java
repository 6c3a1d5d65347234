package io.eastwest.render.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.render.style.RenderValue;
import org.immutables.value.Value;

/** One object that an installation makes, by what matters of it. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface ForecastObject {
    /** {@return its kind} */
    String kind();

    /** {@return its namespace; empty text: it belongs to the whole cluster} */
    String namespace();

    /** {@return its name} */
    String name();

    /**
     * {@return facts by name: {@code env}, {@code ports}, {@code calls}, {@code mesh} and the like, as far as they depend on
     * values; must not be changed}
     */
    JsonNode facts();

    /**
     * One environment variable of its container.
     *
     * @param variable its name
     * @return its value; empty text: it has none
     */
    default String env(String variable) {
        return facts().path("env").path(variable).asText("");
    }

    /** {@return an empty builder} */
    static ForecastObjectBuilder builder() {
        return new ForecastObjectBuilder();
    }
}
