package io.eastwest.model.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the kinds of Istio against the definitions of the release. */
class IstioConformanceTest {
    private static final String BUNDLE = "istio-1.30.3-crd-all.gen.yaml";

    @TestFactory
    Stream<DynamicTest> whatADefinitionTakesAndRefusesWeTakeAndRefuse() {
        Map<String, CrdFile.Schema> kinds = new LinkedHashMap<>();
        CrdFile.read(BUNDLE).forEach(schema -> kinds.putIfAbsent(schema.kind(), schema));
        return kinds.values().stream().map(schema -> DynamicTest.dynamicTest(schema.toString(), () -> check(schema)));
    }

    private static void check(CrdFile.Schema schema) {
        KnownDifferences known = IstioDifferences.of(schema.kind());
        Conformance conformance = new Conformance(Definition.of(schema, List.of()), known);

        conformance.run();
    }
}
