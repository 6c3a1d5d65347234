package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the kinds of the operator against its definitions. */
class SailConformanceTest {
    private static final String BUNDLE = "sail-operator-1.30.3-crds.yaml";
    /**
     * Beside what has no accessor: what is kept as JSON and not looked into. Pod plumbing, and the probe of which Istio does
     * not take every form that the definition takes.
     */
    private static final List<String> OPAQUE = List.of(
            "cni.repair",
            "global",
            "global.waypoint.affinity",
            "meshConfig.certificates",
            "meshConfig.defaultConfig.readinessProbe",
            "meshConfig.defaultConfig.sds",
            "resource_quotas",
            "sidecarInjectorWebhook",
            "telemetry");

    @TestFactory
    Stream<DynamicTest> whatADefinitionTakesAndRefusesWeTakeAndRefuse() {
        return CrdFile.read(BUNDLE).stream()
                .map(schema -> DynamicTest.dynamicTest(schema.toString(), () -> check(schema)));
    }

    private static void check(CrdFile.Schema schema) {
        Definition definition = Definition.of(schema, leftOut(schema.kind()));

        new Conformance(definition, SailDifferences.of(schema), SchemaValidation::check, SailConformanceTest::settle)
                .run();
    }

    private static List<String> leftOut(String kind) {
        List<String> paths = new ArrayList<>();
        Stream.of(SailSchemaTest.UNTYPED.split("\\s+")).forEach(name -> paths.add(".spec.values." + name));
        boolean wholeMesh = kind.startsWith("Istio") && !kind.equals("IstioCNI");
        OPAQUE.stream()
                .filter(name -> !name.equals("global") || !wholeMesh)
                .forEach(name -> paths.add(".spec.values." + name));
        return paths;
    }

    /** A revision bears its name and its namespace in its values. */
    private static void settle(ObjectNode document) {
        if (document.path("kind").asText().equals("IstioRevision")) {
            ObjectNode spec = document.withObject("spec");
            String name = document.path("metadata").path("name").asText();
            ObjectNode values = spec.withObject("values");
            values.put("revision", name.equals("default") ? "" : name);
            values.withObject("global")
                    .put("istioNamespace", spec.path("namespace").asText());
        }
    }
}
