package io.eastwest.routing.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a running proxy says it has: routes, clusters and endpoints. Read from the JSON of Envoy's {@code /config_dump}
 * (with {@code ?include_eds} for the endpoints), or of {@code istioctl proxy-config routes|clusters|endpoints <pod> -o json}.
 * Immutable.
 */
public final class ProxyDump {
    private static final int DEEPEST = 200;
    private static final int LARGEST = 256 * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxDocumentLength(LARGEST)
                        .maxStringLength(LARGEST)
                        .build());
    }

    /** What one entry of a dump is. */
    enum Section {
        ROUTES,
        CLUSTERS,
        /** Assignments as the control plane sent them. */
        ENDPOINTS,
        /** Hosts as the proxy has them. */
        HOSTS
    }

    /** One entry. */
    record Entry(Section section, DumpNode node) {}

    private final List<Entry> entries;
    private final List<Section> sections;

    private ProxyDump(List<Entry> entries, List<Section> sections) {
        this.entries = List.copyOf(entries);
        this.sections = List.copyOf(sections);
    }

    /**
     * Reads a dump. Listeners, secrets and the bootstrap are passed over.
     *
     * @param text JSON of at most 256 MiB
     * @return the dump
     * @throws InvalidResourceException if the text is no JSON, or none of these forms
     */
    public static ProxyDump parse(String text) {
        DumpNode root = new DumpNode(tree(text));
        if (root.json().isArray()) {
            return ofIstioctl(new DumpNode(MAPPER.createObjectNode().set("all", root.json())).list("all"));
        }
        if (root.json().path("configs").isArray()) {
            return ofEnvoy(root.list("configs"));
        }
        throw wrong("is neither an object with the list \"configs\", as /config_dump gives it,"
                + " nor a list, as istioctl proxy-config -o json gives it");
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw wrong("is no JSON" + place);
        }
    }

    private static InvalidResourceException wrong(String message) {
        return new InvalidResourceException(
                List.of(Issue.error(IssueCode.WRONG_TYPE, DocumentPath.root(), "the dump " + message, "")));
    }

    private static ProxyDump ofEnvoy(List<DumpNode> configs) {
        List<Entry> entries = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (DumpNode config : configs) {
            String type = config.text("@type");
            if (type.endsWith(".RoutesConfigDump")) {
                sections.add(Section.ROUTES);
                add(entries, Section.ROUTES, config, "route_config", "dynamic_route_configs");
            } else if (type.endsWith(".ClustersConfigDump")) {
                sections.add(Section.CLUSTERS);
                add(entries, Section.CLUSTERS, config, "cluster", "dynamic_active_clusters");
            } else if (type.endsWith(".EndpointsConfigDump")) {
                sections.add(Section.ENDPOINTS);
                add(entries, Section.ENDPOINTS, config, "endpoint_config", "dynamic_endpoint_configs");
            }
        }
        return new ProxyDump(entries, sections);
    }

    private static void add(List<Entry> entries, Section section, DumpNode config, String inner, String list) {
        config.list(list).stream()
                .map(each -> each.get(inner))
                .filter(DumpNode::isThere)
                .forEach(each -> entries.add(new Entry(section, each)));
    }

    private static ProxyDump ofIstioctl(List<DumpNode> all) {
        List<Entry> entries = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (DumpNode each : all) {
            if (!each.json().isObject()) {
                throw wrong("is a list of something else than objects");
            }
            if (isListener(each)) {
                continue;
            }
            Section section = each.has("virtual_hosts") || each.has("validate_clusters")
                    ? Section.ROUTES
                    : each.has("host_statuses") || each.has("added_via_api") ? Section.HOSTS : Section.CLUSTERS;
            sections.add(section);
            entries.add(new Entry(section, each));
        }
        return new ProxyDump(entries, sections.stream().distinct().toList());
    }

    private static boolean isListener(DumpNode node) {
        return Stream.of("filter_chains", "default_filter_chain", "traffic_direction", "listener_filters")
                .anyMatch(node::has);
    }

    /**
     * Puts dumps of one proxy together, as istioctl gives routes, clusters and endpoints one by one.
     *
     * @param other another dump of the same proxy
     * @return all entries of both
     */
    public ProxyDump and(ProxyDump other) {
        return new ProxyDump(
                Stream.concat(entries.stream(), other.entries.stream()).toList(),
                Stream.concat(sections.stream(), other.sections.stream())
                        .distinct()
                        .toList());
    }

    boolean has(Section section) {
        return sections.contains(section);
    }

    List<DumpNode> entries(Section section) {
        return entries.stream()
                .filter(entry -> entry.section() == section)
                .map(Entry::node)
                .toList();
    }

    @Override
    public String toString() {
        return "dump of " + entries(Section.ROUTES).size() + " route configurations, "
                + entries(Section.CLUSTERS).size() + " clusters and the endpoints of "
                + (entries(Section.ENDPOINTS).size() + entries(Section.HOSTS).size());
    }
}
