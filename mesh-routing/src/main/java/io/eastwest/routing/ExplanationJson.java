package io.eastwest.routing;

import io.eastwest.routing.json.JsonForm;

/** Explanations as JSON. */
final class ExplanationJson {
    /** Where the schema of the form is said to be. */
    static final String SCHEMA = "https://eastwest.io/schema/explanation-v1.json";

    private static final String VERSION = "eastwest.io/v1";

    /** The form. */
    static final JsonForm<Explanation> FORM = JsonForm.of(Explanation.class, VERSION);

    private ExplanationJson() {}
}
