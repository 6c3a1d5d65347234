package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** One constraint on a value, such as a bound or a rule that a definition writes in CEL. */
@FunctionalInterface
interface Check {
    /**
     * Reports what is wrong.
     *
     * @param self the value after defaults; of the type of its {@link Shape}, never null
     * @param place where the value stands; steps lead to what it holds
     */
    void check(JsonNode self, Place place);
}
