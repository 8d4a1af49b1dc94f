import fc from "fast-check";
import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import {
  type PlaceSettings,
  type SettingName,
  settingClauses,
  settingNames,
} from "../../../src/core/knowledge/place-settings.ts";
import { type Place, usualPlace } from "../../../src/core/path/place.ts";

const flows: Readonly<Record<FlowKind, true>> = {
  "pod-to-pod": true,
  "pod-to-service": true,
  "pod-to-node": true,
  "pod-to-vpc": true,
  "pod-to-internet": true,
  "internet-to-load-balancer": true,
  "internet-to-node-port": true,
  "internet-to-ingress": true,
  "node-to-pod": true,
  "node-to-service": true,
  "host-port": true,
  hairpin: true,
  "hairpin-load-balancer": true,
  "through-mesh": true,
  "through-vpn": true,
  "through-bastion": true,
  "container-to-host": true,
  "host-to-container": true,
  "container-to-internet": true,
};

export const allFlows = Object.keys(flows) as readonly FlowKind[];

/** Every value of a setting. */
export function valuesOf<Name extends SettingName>(name: Name): readonly PlaceSettings[Name][] {
  return Object.keys(settingClauses[name]) as PlaceSettings[Name][];
}

/** Every place that differs from the usual one in these settings only. */
export function placesOver(...names: readonly SettingName[]): readonly Place[] {
  return names.reduce<readonly Place[]>(
    (places, name) => places.flatMap((place) => valuesOf(name).map((value): Place => ({ ...place, [name]: value }))),
    [usualPlace],
  );
}

export const anyFlow = fc.constantFrom(...allFlows);

/** A place with any value of every setting. */
export const anyPlace: fc.Arbitrary<Place> = fc
  .tuple(...settingNames.map((name) => fc.constantFrom(...valuesOf(name))))
  .map(
    (values): Place => ({
      ...usualPlace,
      ...Object.fromEntries(settingNames.map((name, i) => [name, values[i]])),
    }),
  );
