package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The CEL rules of one value, as an API server runs them on creation: rules on the stored object are left out. */
final class CelRules {
    private static final Set<String> RESERVED = Set.of("namespace");
    private static final Cel CEL = cel();
    private static final Map<String, CelRuntime.Program> PROGRAMS = new LinkedHashMap<>();

    private final Map<String, CelRuntime.Program> rules = new LinkedHashMap<>();

    private CelRules() {}

    static CelRules of(JsonNode schema) {
        CelRules rules = new CelRules();
        for (JsonNode validation : schema.path("x-kubernetes-validations")) {
            String rule = validation.path("rule").asText();
            if (!rule.contains("oldSelf")) {
                rules.rules.put(rule, program(rule));
            }
        }
        return rules;
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    Set<String> texts() {
        return rules.keySet();
    }

    /** The rules that a value breaks; one that cannot be evaluated is broken as well. */
    List<String> broken(Object self) {
        List<String> broken = new ArrayList<>();
        rules.forEach((rule, program) -> {
            try {
                if (!Boolean.TRUE.equals(program.eval(Map.of("self", self)))) {
                    broken.add(rule);
                }
            } catch (CelEvaluationException e) {
                broken.add(rule);
            }
        });
        return broken;
    }

    /** A value as CEL sees it, typed by its schema; fields that the schema lacks are not there. */
    static Object value(JsonNode value, SchemaNode schema) {
        if (value.isNull()) {
            return NullValue.NULL_VALUE;
        }
        if (value.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            if (schema.path().equals(".metadata")) {
                fields.put("name", value.path("name").asText()); // which rules see, though no schema names it
            }
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                SchemaNode below = schema.field(field.getKey());
                if (below != null) {
                    Object content = value(field.getValue(), below);
                    fields.put(field.getKey(), content);
                    if (RESERVED.contains(field.getKey()) && schema.properties().containsKey(field.getKey())) {
                        fields.put("__" + field.getKey() + "__", content);
                    }
                }
            }
            return fields;
        }
        SchemaNode element = schema.items();
        if (value.isArray() && element != null) {
            List<Object> elements = new ArrayList<>();
            value.forEach(each -> elements.add(value(each, element)));
            return elements;
        }
        return scalar(value, schema);
    }

    private static Object scalar(JsonNode value, SchemaNode schema) {
        if (value.isNumber()) {
            boolean decimal = schema.type().equals("number");
            return decimal ? (Object) value.doubleValue() : (Object) value.longValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asText();
    }

    private static CelRuntime.Program program(String rule) {
        CelRuntime.Program known = PROGRAMS.get(rule);
        if (known != null) {
            return known;
        }
        try {
            CelRuntime.Program program = CEL.createProgram(CEL.compile(rule).getAst());
            PROGRAMS.put(rule, program);
            return program;
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(rule, e);
        }
    }

    private static Cel cel() {
        return CelFactory.plannerCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("self", SimpleType.DYN)
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings())
                .addFunctionDeclarations(
                        function("isIP", "is_ip", SimpleType.BOOL),
                        function("isURL", "is_url", SimpleType.BOOL),
                        function("url", "to_url", SimpleType.DYN),
                        CelFunctionDecl.newFunctionDeclaration(
                                "getScheme",
                                CelOverloadDecl.newMemberOverload("scheme", SimpleType.STRING, SimpleType.DYN)))
                .addFunctionBindings(
                        CelFunctionBinding.from("is_ip", String.class, KubernetesCel::isIp),
                        CelFunctionBinding.from("is_url", String.class, KubernetesCel::isUrl),
                        CelFunctionBinding.from("to_url", String.class, KubernetesCel::url),
                        CelFunctionBinding.from("scheme", Map.class, url -> url.get("scheme")))
                .build();
    }

    private static CelFunctionDecl function(String name, String id, CelType result) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(id, result, SimpleType.DYN));
    }
}
