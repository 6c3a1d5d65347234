/**
 * What does this manifest say? Typed immutable values of the resources of a mesh, strict reading, writing and
 * validation.
 */
module io.eastwest.model {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires org.snakeyaml.engine.v2;
    requires re2j;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.eastwest.model;
    exports io.eastwest.model.analysis;
    exports io.eastwest.model.gatewayapi;
    exports io.eastwest.model.issue;
    exports io.eastwest.model.istio.extensions;
    exports io.eastwest.model.istio.mesh;
    exports io.eastwest.model.istio.networking;
    exports io.eastwest.model.istio.security;
    exports io.eastwest.model.istio.telemetry;
    exports io.eastwest.model.kubernetes;
    exports io.eastwest.model.openshift;
    exports io.eastwest.model.reader;
    exports io.eastwest.model.sail;
    exports io.eastwest.model.scalar;
    exports io.eastwest.model.schema;
    exports io.eastwest.model.topology;
    exports io.eastwest.model.validation;
    exports io.eastwest.model.writer;

    opens io.eastwest.model.gatewayapi to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.istio.extensions to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.istio.mesh to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.istio.networking to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.istio.security to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.istio.telemetry to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.kubernetes to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.openshift to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.sail to
            com.fasterxml.jackson.databind;
    opens io.eastwest.model.topology to
            com.fasterxml.jackson.databind;
}
