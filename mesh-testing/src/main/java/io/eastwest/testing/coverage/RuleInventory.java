package io.eastwest.testing.coverage;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every rule of a mesh that tests could reach, in the order of the clusters and of what is written. Immutable. */
final class RuleInventory {
    private final Map<RuleId, CoverableRule> rules = new LinkedHashMap<>();
    private final Map<RuleId, List<RuleId>> destinations = new LinkedHashMap<>();

    private RuleInventory() {}

    static RuleInventory of(MeshRouter router) {
        RuleInventory inventory = new RuleInventory();
        MeshSnapshot mesh = router.snapshot();
        for (String cluster : mesh.clusters()) {
            String plane = router.view(cluster).cluster();
            String never = plane.equals(cluster)
                    ? ""
                    : "the control plane of " + plane + " serves " + cluster + " and does not read its configuration";
            Map<Object, MeshResource> resources = new LinkedHashMap<>(); // of several with one key the last counts
            mesh.manifests(cluster)
                    .forEach(manifest -> resources.put(manifest.resource().key(), manifest.resource()));
            resources.values().forEach(resource -> {
                Section section = inventory.new Section(new RuleId(cluster, resource.key(), ""), never);
                RouteRules.add(resource, section);
                PolicyRules.add(resource, section);
            });
        }
        return inventory;
    }

    Collection<CoverableRule> rules() {
        return rules.values();
    }

    boolean holds(RuleId id) {
        return rules.containsKey(id);
    }

    /** {@return the destinations of a rule that have a share, in their order; a destination that is the only one is not told} */
    List<RuleId> destinations(RuleId rule) {
        return destinations.getOrDefault(rule, List.of());
    }

    /** Takes the rules of one resource. */
    final class Section {
        private final RuleId resource;
        private final String never;

        private Section(RuleId resource, String never) {
            this.resource = resource;
            this.never = never;
        }

        void add(RuleKind kind, String path) {
            add(kind, path, "");
        }

        /** Adds a rule that no call can reach, unless the reason is empty. */
        void add(RuleKind kind, String path, String reason) {
            RuleId id = resource.at(path);
            rules.put(id, new CoverableRule(id, kind, never.isEmpty() ? reason : never));
        }

        /** Adds the matches of a rule, where there are several. */
        void addMatches(String path, int count) {
            for (int i = 0; i < count && count > 1; i++) {
                add(RuleKind.MATCH, path + "[" + i + "]");
            }
        }

        /** Adds the destinations of a rule, where there are several. */
        void addDestinations(String rule, String path, List<Integer> weights) {
            if (weights.size() < 2) {
                return;
            }
            List<RuleId> sharing = new ArrayList<>();
            for (int i = 0; i < weights.size(); i++) {
                String each = rule + path + "[" + i + "]";
                boolean shares = weights.get(i) != 0;
                add(RuleKind.DESTINATION, each, shares ? "" : "its weight is 0");
                if (shares) {
                    sharing.add(resource.at(each));
                }
            }
            destinations.put(resource.at(rule), List.copyOf(sharing));
        }
    }
}
