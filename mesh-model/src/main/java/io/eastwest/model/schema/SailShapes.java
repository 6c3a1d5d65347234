package io.eastwest.model.schema;

import static io.eastwest.model.schema.SailValuesShapes.ISTIO_VALUES;
import static io.eastwest.model.schema.SailValuesShapes.RESOURCES;
import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of {@code sailoperator.io}. */
final class SailShapes {
    private static final String NEWEST = "v1.30.3";
    private static final int OLDEST_MINOR = 21;
    private static final int OLDEST_MINOR_OF_ZTUNNEL = 24;

    private static final Shape VERSION = text().in(versions(OLDEST_MINOR, true));
    private static final Shape VERSION_OF_ZTUNNEL = text().in(versions(OLDEST_MINOR_OF_ZTUNNEL, true));

    private static final Shape NAMED_DEFAULT = object().check(SailShapes::checkName);

    private static final Shape CONTROL_PLANE = object().require("kind", "name").field("name", text().size(1, 253));

    private static final Shape ISTIO = object().field(
                    "spec",
                    object().require("version", "namespace")
                            .check((self, place) -> checkNamespace(self, false, place))
                            .field("version", VERSION.standard(NEWEST))
                            .field("namespace", text().standard("istio-system"))
                            .field(
                                    "updateStrategy",
                                    object().field("type", text().standard("InPlace"))
                                            .field(
                                                    "inactiveRevisionDeletionGracePeriodSeconds",
                                                    integer().atLeast(0))
                                            .standardJson("{\"type\": \"InPlace\"}"))
                            .field("values", ISTIO_VALUES)
                            .standardJson("{}"));

    private static final Shape ISTIO_REVISION = object().check(SailShapes::checkRevision)
            .field(
                    "spec",
                    object().require("version", "namespace")
                            .check((self, place) -> checkNamespace(self, true, place))
                            .field("version", text().in(versions(OLDEST_MINOR, false)))
                            .field("values", ISTIO_VALUES));

    private static final Shape ISTIO_REVISION_TAG =
            object().field("spec", object().require("targetRef").field("targetRef", CONTROL_PLANE));

    private static final Shape ISTIO_CNI = NAMED_DEFAULT.field(
            "spec",
            object().require("version", "namespace")
                    .field("version", VERSION.standard(NEWEST))
                    .field("namespace", text().standard("istio-cni"))
                    .field("values", object().field("cni", object().field("resources", RESOURCES)))
                    .standardJson("{}"));

    private static final Shape ZTUNNEL = NAMED_DEFAULT.field(
            "spec",
            object().require("version", "namespace")
                    .field("version", VERSION_OF_ZTUNNEL.standard(NEWEST))
                    .field("namespace", text().standard("ztunnel"))
                    .field("targetRef", CONTROL_PLANE)
                    .field(
                            "values",
                            object().field(
                                            "ztunnel",
                                            object().field(
                                                            "terminationGracePeriodSeconds",
                                                            integer().atLeast(0))))
                    .standardJson("{}"));

    private SailShapes() {}

    /** The shape of a whole object; both versions of a ZTunnel bound the same fields. */
    static @Nullable Shape find(String kind) {
        return switch (kind) {
            case "Istio" -> ISTIO;
            case "IstioRevision" -> ISTIO_REVISION;
            case "IstioRevisionTag" -> ISTIO_REVISION_TAG;
            case "IstioCNI" -> ISTIO_CNI;
            case "ZTunnel" -> ZTUNNEL;
            default -> null;
        };
    }

    /** The releases that the operator installs, newest first, and per minor release its alias. */
    private static String[] versions(int oldestMinor, boolean aliases) {
        TreeMap<Integer, int[]> patches = new TreeMap<>();
        patches.put(30, new int[] {0, 3});
        patches.put(29, new int[] {0, 6});
        patches.put(28, new int[] {0, 10});
        patches.put(27, new int[] {0, 9});
        patches.put(26, new int[] {0, 8});
        patches.put(25, new int[] {1, 5});
        patches.put(24, new int[] {0, 6});
        patches.put(23, new int[] {2, 6});
        patches.put(22, new int[] {5, 8});
        patches.put(21, new int[] {6, 6});
        return patches.tailMap(oldestMinor, true).descendingMap().entrySet().stream()
                .flatMap(minor -> Stream.concat(
                        aliases && minor.getKey() > OLDEST_MINOR
                                ? Stream.of("v1." + minor.getKey() + "-latest")
                                : Stream.of(),
                        releases(minor)))
                .toArray(String[]::new);
    }

    private static Stream<String> releases(Map.Entry<Integer, int[]> minor) {
        int first = minor.getValue()[0];
        int last = minor.getValue()[1];
        return IntStream.rangeClosed(0, last - first).mapToObj(back -> "v1." + minor.getKey() + "." + (last - back));
    }

    private static void checkName(JsonNode self, Place place) {
        String name = self.path("metadata").path("name").asText();
        if (!name.equals("default")) {
            String message = "must be \"default\" but was " + IssueText.quote(name);
            place.field("metadata").field("name").error(IssueCode.NAME_REFUSED, message, "rename it");
        }
    }

    private static void checkNamespace(JsonNode self, boolean required, Place place) {
        JsonNode inValues = self.path("values").path("global").path("istioNamespace");
        Place at = place.field("values").field("global").field("istioNamespace");
        String namespace = self.path("namespace").asText();
        if (inValues.isMissingNode() && required) {
            at.error(IssueCode.MISSING_FIELD, "required to be spec.namespace", "add it");
        } else if (!inValues.isMissingNode() && !inValues.asText().equals(namespace)) {
            String message = "must be " + IssueText.quote(namespace) + ", which is spec.namespace, but was "
                    + IssueText.quote(inValues.asText());
            at.error(IssueCode.NAMESPACE_MISMATCH, message, "name one namespace");
        }
    }

    private static void checkRevision(JsonNode self, Place place) {
        String name = self.path("metadata").path("name").asText();
        Place values = place.field("spec").field("values");
        if (!self.path("spec").has("values")) {
            values.error(IssueCode.MISSING_FIELD, "required to hold revision and global.istioNamespace", "add it");
            return;
        }
        JsonNode revision = self.path("spec").path("values").path("revision");
        boolean fits = name.equals("default")
                ? revision.asText().isEmpty()
                : revision.isTextual() && revision.asText().equals(name);
        if (!fits) {
            String message = name.equals("default")
                    ? "must be empty because the name is \"default\""
                    : "must be the name of the object, " + IssueText.quote(name);
            values.field("revision").error(IssueCode.NAME_REFUSED, message, "use the name as the revision");
        }
    }
}
