import type { Note } from '../diagnostics/codes.ts'
import { type Lattice, loadLattice } from './lattice.ts'
import { findingsIn, type Leaflet } from './notes.ts'

let loading: Promise<Lattice> | undefined

/** What points at probable misreadings in the printed text of a document's values. The dictionary is loaded once. */
export async function loadFinder(): Promise<(leaflets: readonly Leaflet[], made: readonly Note[]) => Note[]> {
  loading ??= loadLattice()
  const lattice = await loading
  return (leaflets, made) => findingsIn(leaflets, made, lattice)
}
