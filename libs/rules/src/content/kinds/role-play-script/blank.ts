import type {
  DebriefQuestion,
  Language,
  RolePlayScriptContent,
  ScriptBranch,
  ScriptEnding,
  ScriptRole,
  ScriptTurn,
} from '@common-ground/contract';

/** A script with nothing in it yet. */
export function blankRolePlayScript(language: Language): RolePlayScriptContent {
  return {
    format: 1,
    language,
    scene: '',
    goal: '',
    roles: [],
    turns: [],
    endings: [],
    pauseWord: '',
    optOut: '',
    debrief: [],
  };
}

export function blankRole(id: string): ScriptRole {
  return { id, name: '', castAs: '', wants: '', feels: '', knows: '' };
}

export function blankTurn(id: string, roleId = ''): ScriptTurn {
  return {
    id,
    roleId,
    cue: '',
    line: '',
    softer: '',
    firmer: '',
    why: '',
    calmsDown: false,
    goesTo: '',
    branches: [],
  };
}

export function blankBranch(id: string): ScriptBranch {
  return { id, ifThey: '', goesTo: '' };
}

export function blankEnding(id: string): ScriptEnding {
  return { id, words: '' };
}

export function blankDebriefQuestion(id: string): DebriefQuestion {
  return { id, words: '' };
}
