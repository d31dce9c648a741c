import { createStore, useStore as read, type StoreApi, type UseBoundStore } from 'zustand';
import type { TabId } from './tabRow';
import { frontTab, useTabs } from './tabsStore';

type Follower<State> = (tab: TabId, state: State, before: State) => void;

type Seen<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * A store of which each tab has its own, seen through the tab in front: the hook, `getState` and `subscribe` are about
 * that one, and going to another tab is a change from the state there to the state here.
 */
export interface PerTab<State> extends UseBoundStore<Seen<State>> {
  /** The store of one tab, in front or not. */
  of(tab: TabId): StoreApi<State>;
  /** Those of all tabs that have one, closed ones that can be opened again among them. */
  all(): readonly StoreApi<State>[];
  /** Hears each change in each tab, but not of going from one to another. Returns the way to stop. */
  follow(follower: Follower<State>): () => void;
}

interface Hook<State> {
  (): State;
  <Part>(selector: (state: State) => Part): Part;
}

type StateOfTab<State> = (
  set: StoreApi<State>['setState'],
  get: StoreApi<State>['getState'],
  tab: TabId,
) => State;

/** Like zustand's `create`, for a store of which each tab has its own. */
export function createPerTab<State>(initialise: StateOfTab<State>): PerTab<State> {
  return perTab((tab) => createStore((set, get) => initialise(set, get, tab)));
}

/** The same of stores that are made elsewhere: each when something first asks for it. */
export function perTab<State>(make: (tab: TabId) => StoreApi<State>): PerTab<State> {
  const stores = new Map<TabId, StoreApi<State>>();
  const followers = new Set<Follower<State>>();
  const listeners = new Set<(state: State, before: State) => void>();

  const of = (tab: TabId): StoreApi<State> => {
    const known = stores.get(tab);
    if (known !== undefined) return known;
    const store = make(tab);
    stores.set(tab, store);
    store.subscribe((state, before) => {
      for (const follower of followers) follower(tab, state, before);
      if (tab === frontTab()) tell(state, before);
    });
    return store;
  };
  const tell = (state: State, before: State): void => {
    for (const listener of listeners) listener(state, before);
  };
  useTabs.subscribe((row, before) => {
    if (row.front !== before.front) tell(of(row.front).getState(), of(before.front).getState());
    for (const tab of stores.keys()) if (isGone(tab)) stores.delete(tab);
  });

  const seen: Seen<State> = {
    getState: () => of(frontTab()).getState(),
    getInitialState: () => of(frontTab()).getInitialState(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return Object.assign(hookOf(seen), seen, {
    of,
    all: () => [...stores.values()],
    follow(follower: Follower<State>) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  });
}

/** Makes the hook of a store, as zustand does; where that is used, the rules of hooks hold for it. */
function hookOf<State>(seen: Seen<State>): Hook<State> {
  const whole = (state: State): State => state;
  function hook(): State;
  function hook<Part>(selector: (state: State) => Part): Part;
  function hook<Part>(selector?: (state: State) => Part): State | Part {
    return read<Seen<State>, State | Part>(seen, selector ?? whole);
  }
  return hook;
}

function isGone(tab: TabId): boolean {
  const { tabs, closed } = useTabs.getState();
  return !tabs.includes(tab) && !closed.some((each) => each.tab === tab);
}
