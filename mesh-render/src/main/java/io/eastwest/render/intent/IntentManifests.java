package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.render.MeshTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What intents come to in a mesh. Nothing is proven of it here. Immutable. */
public final class IntentManifests {
    private final MeshSnapshot snapshot;
    private final SortedMap<String, List<MeshResource>> resources;
    private final List<Promise> promises;

    private IntentManifests(
            MeshSnapshot snapshot, SortedMap<String, List<MeshResource>> resources, List<Promise> promises) {
        this.snapshot = snapshot;
        this.resources = Collections.unmodifiableSortedMap(resources);
        this.promises = List.copyOf(promises);
    }

    /**
     * Adds intents to a mesh, each to what those before it made.
     *
     * @param mesh the mesh as it is
     * @param intents what calls shall do
     * @return the mesh as it would be
     * @throws IllegalArgumentException if the mesh lacks what an intent names, or intents exclude each other: failover and
     *     distribution of one host, or two of one kind
     */
    public static IntentManifests of(MeshSnapshot mesh, List<TrafficIntent> intents) {
        MeshSnapshot changed = requireNonNull(mesh, "mesh");
        SortedMap<String, List<MeshResource>> resources = new TreeMap<>();
        List<Promise> promises = new ArrayList<>();
        SortedMap<String, TrafficIntent> taken = new TreeMap<>();
        for (TrafficIntent intent : intents) {
            TrafficIntent other = taken.putIfAbsent(subject(intent), intent);
            if (other != null) {
                throw new IllegalArgumentException(
                        "intents exclude each other, leave one of them out: " + other + " and " + intent);
            }
            MeshSnapshotBuilder next = changed.toBuilder();
            for (Map.Entry<String, List<MeshResource>> each :
                    intent.manifests(changed).entrySet()) {
                for (MeshResource resource : each.getValue()) {
                    next.put(each.getKey(), resource);
                    List<MeshResource> applied = resources.computeIfAbsent(each.getKey(), cluster -> new ArrayList<>());
                    applied.removeIf(former -> former.key().equals(resource.key()));
                    applied.add(resource);
                }
            }
            promises.addAll(intent.promises(changed));
            changed = next.build();
        }
        resources.replaceAll((cluster, applied) -> List.copyOf(applied));
        return new IntentManifests(changed, resources, promises);
    }

    /** {@return what two intents cannot both decide} */
    private static String subject(TrafficIntent intent) {
        if (intent instanceof PreferLocal near) {
            return "localities of " + near.host();
        } else if (intent instanceof DistributeByPercent spread) {
            return "localities of " + spread.host();
        } else if (intent instanceof PartitionBySource partition) {
            return "routes of " + partition.host();
        } else if (intent instanceof Canary canary) {
            return "routes of " + canary.host();
        } else if (intent instanceof BlueGreen colors) {
            return "routes of " + colors.host();
        } else if (intent instanceof MirrorCalls mirror) {
            return "routes of " + mirror.host();
        }
        if (intent instanceof LockDown closed) {
            return "callers of " + closed.host();
        }
        return "mesh configuration";
    }

    /** {@return what must be applied, by name of the cluster, in the order of the intents} */
    public SortedMap<String, List<MeshResource>> resources() {
        return resources;
    }

    /** {@return what the intents promise} */
    public List<Promise> promises() {
        return promises;
    }

    /** {@return the whole mesh with what must be applied} */
    public MeshSnapshot snapshot() {
        return snapshot;
    }

    /** {@return the whole mesh as files} */
    public MeshTree tree() {
        return MeshTree.of(snapshot);
    }
}
